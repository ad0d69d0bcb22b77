package lamin.load;

import java.util.List;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.Ahead;
import org.jspecify.annotations.Nullable;

/** The database was deployed from a later version of a module than the installed one. */
public final class InstanceAheadException extends LoadException {
    static final String USABLE = "registries that did not change";

    InstanceAheadException(@Nullable Slug instance, List<ModuleStatus> statuses) {
        super(ErrorCode.INCOMPATIBLE, instance, statuses, USABLE);
    }

    /** The modules that need a later version, with that version and its source. */
    public List<Ahead> ahead() {
        return problems(Ahead.class);
    }
}
