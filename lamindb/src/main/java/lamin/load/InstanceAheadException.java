package lamin.load;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.plan.ModuleStatus;
import lamin.schema.plan.ModuleStatus.Ahead;

/** The database was deployed from a later version of a module than the one that is here. */
public final class InstanceAheadException extends LoadException {
    InstanceAheadException(List<ModuleStatus> statuses) {
        super(ErrorCode.INCOMPATIBLE, statuses, explain(statuses, WORKS));
    }

    static final String WORKS =
            "until then lamin info and lamin schema work, with LAMIN_SKIP_MIGRATION=1 also registries that did not change";

    /** The modules of which a later version is needed: which, and where it comes from. */
    public List<Ahead> ahead() {
        return problems(Ahead.class);
    }
}
