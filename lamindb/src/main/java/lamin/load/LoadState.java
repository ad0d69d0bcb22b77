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
 * The modules of an instance beside the code that is here, compared before the first query.
 *
 * @param statuses every mounted module, by name
 * @param pending in the order in which they apply; none as long as other code is needed
 * @param surplus modules that are here and not mounted, except those that Lamin4j brings
 * @param skipped put before a migration that the database had already: they never ran there
 * @param edited after they had been applied
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

    /** With no migrations to speak of: there are none, or they are unknown. */
    public static LoadState of(List<ModuleStatus> statuses, List<ModuleHeader> surplus) {
        return new LoadState(statuses, List.of(), surplus, List.of(), List.of());
    }

    /** Whether all modules of the instance are where the code is. */
    public boolean isInSync() {
        return pending.isEmpty() && skipped.isEmpty() && edited.isEmpty() && !isMismatched();
    }

    /** Whether no deploy can help, only other code. */
    public boolean isMismatched() {
        return statuses.stream().anyMatch(status -> status instanceof Mismatch);
    }

    /** Fails, with all that is wrong, unless the instance can be used as it is. */
    public void requireInSync(Slug instance) {
        refuseMismatches(instance);
        if (!pending.isEmpty()) {
            throw new InstanceBehindException(instance, statuses, pending);
        }
    }

    /** Fails where other code is needed, as the gravest of what is wrong. Pending migrations are no failure. */
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
