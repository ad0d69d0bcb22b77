package lamin.cli.migrate;

import java.util.List;
import lamin.authoring.MissingOperations;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.module.ModuleConvention;

/** Whether a module is as {@code lamin migrate check} wants it. */
final class Soundness {
    private Soundness() {}

    /** Refuses a module that the check would find something in. */
    static void require(Workspace workspace) {
        ModuleConvention.refuseViolations(List.of(workspace.info()));
        if (!new MissingOperations(workspace.compare()).isEmpty()) {
            throw new LaminException(
                    ErrorCode.NOT_IN_SYNC,
                    "entities and scripts of module " + workspace.info().name() + " do not agree"
                            + "\nsee what is missing: lamin migrate check");
        }
    }
}
