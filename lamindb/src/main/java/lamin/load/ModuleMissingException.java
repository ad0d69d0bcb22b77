package lamin.load;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.plan.ModuleStatus.Missing;

/** The database mounts a module, the code of which is not here. */
public final class ModuleMissingException extends LoadException {
    ModuleMissingException(List<ModuleStatus> statuses) {
        super(
                ErrorCode.INCOMPATIBLE,
                statuses,
                explain(
                        statuses,
                        "until then lamin info and lamin schema work, with LAMIN_SKIP_MIGRATION=1 also the other modules"));
    }

    /** The modules that are needed: which version, and where it comes from. */
    public List<Missing> missing() {
        return problems(Missing.class);
    }
}
