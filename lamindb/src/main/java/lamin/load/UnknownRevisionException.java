package lamin.load;

import java.util.List;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.UnknownRevision;
import org.jspecify.annotations.Nullable;

/** The database is neither behind nor ahead: it is at a revision of another build, or the chain was edited. */
public final class UnknownRevisionException extends LoadException {
    UnknownRevisionException(@Nullable Slug instance, List<ModuleStatus> statuses) {
        super(ErrorCode.INCOMPATIBLE, instance, statuses, InstanceAheadException.USABLE);
    }

    /** The modules that need another build, with the revisions that this one does not have. */
    public List<UnknownRevision> unknown() {
        return problems(UnknownRevision.class);
    }
}
