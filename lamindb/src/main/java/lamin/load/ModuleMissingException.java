package lamin.load;

import java.util.List;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.Missing;
import org.jspecify.annotations.Nullable;

/** The database mounts a module whose code is not installed. */
public final class ModuleMissingException extends LoadException {
    ModuleMissingException(@Nullable Slug instance, List<ModuleStatus> statuses) {
        super(ErrorCode.INCOMPATIBLE, instance, statuses, "the other modules");
    }

    /** The missing modules, with version and source. */
    public List<Missing> missing() {
        return problems(Missing.class);
    }
}
