package lamin.load;

import java.util.List;
import lamin.instance.Slug;
import lamin.schema.internal.deploy.EditedMigrations.Edited;
import lamin.schema.internal.module.ModuleHeader;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.ModuleStatus.Ahead;
import lamin.schema.internal.plan.ModuleStatus.Mismatch;
import lamin.schema.internal.plan.ModuleStatus.Missing;
import lamin.schema.internal.plan.ModuleStatus.UnknownRevision;
import org.jspecify.annotations.Nullable;

/**
 * The modules of an instance compared with the installed code, before the first query.
 *
 * @param statuses every mounted module, by name
 * @param pending in the order in which they apply; empty as long as different code is needed
 * @param surplus modules that are installed but not mounted, except those that come with Lamin4j
 * @param skipped migrations that were placed before one that the database already had, and never ran there
 * @param edited migrations that were edited after they had been applied
 */
public record LoadState(
        List<ModuleStatus> statuses,
        List<Script> pending,
        List<ModuleHeader> surplus,
        List<Script> skipped,
        List<Edited> edited) {
    public LoadState {
        statuses = List.copyOf(statuses);
        pending = List.copyOf(pending);
        surplus = List.copyOf(surplus);
        skipped = List.copyOf(skipped);
        edited = List.copyOf(edited);
    }

    /** A state without migrations: there are none, or they are unknown. */
    public static LoadState of(List<ModuleStatus> statuses, List<ModuleHeader> surplus) {
        return new LoadState(statuses, List.of(), surplus, List.of(), List.of());
    }

    /** Whether database and code agree on all modules of the instance. */
    public boolean isInSync() {
        return pending.isEmpty() && skipped.isEmpty() && edited.isEmpty() && !isMismatched();
    }

    /** Whether only different code can help, and no deploy. */
    public boolean isMismatched() {
        return statuses.stream().anyMatch(status -> status instanceof Mismatch);
    }

    /** Fails, with all problems, unless the instance can be used as it is. */
    public void requireInSync(Slug instance) {
        refuseMismatches(instance);
        if (!pending.isEmpty()) {
            throw new InstanceBehindException(instance, statuses, pending);
        }
    }

    /** Fails if different code is needed, with the most severe problem. Pending migrations are accepted. */
    public void requireMatching() {
        refuseMismatches(null);
    }

    private void refuseMismatches(@Nullable Slug instance) {
        if (has(UnknownRevision.class)) {
            throw new UnknownRevisionException(instance, statuses);
        }
        if (has(Ahead.class)) {
            throw new InstanceAheadException(instance, statuses);
        }
        if (has(Missing.class)) {
            throw new ModuleMissingException(instance, statuses);
        }
    }

    private boolean has(Class<? extends Mismatch> kind) {
        return statuses.stream().anyMatch(kind::isInstance);
    }
}
