package lamin.schema.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lamin.schema.ledger.MountedModule;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;
import lamin.schema.plan.Direction;
import lamin.schema.plan.MigrationPlan;

/** How far each module of a plan is while the migrations run one after the other. */
final class Progress {
    private final Direction direction;
    private final Map<String, OfModule> modules = new HashMap<>();
    private final Map<String, Script> last = new HashMap<>();

    private record OfModule(Chain chain, Heads heads, Set<String> applied) {}

    Progress(Iterable<Chain> chains, DeployRequest.Pending pending) {
        direction = pending.plan().direction();
        for (var chain : chains) {
            var module = chain.module().name();
            var ledger = pending.ledger();
            var applied = new HashSet<>(ledger.applied(chain));
            modules.put(module, new OfModule(chain, new Heads(chain, ledger), applied));
        }
        noteLast(pending.plan());
    }

    private void noteLast(MigrationPlan plan) {
        plan.pending().forEach(script -> last.put(script.owner().module(), script));
    }

    Heads heads(Script script) {
        return of(script).heads();
    }

    /**
     * What is mounted of the module once the migration ran. On the way up only the last one mounts, since
     * one after it may fail; on the way down each may leave a version.
     */
    Optional<MountedModule> mountedAfter(Script script) {
        if (direction == Direction.UP && !script.equals(last.get(script.owner().module()))) {
            return Optional.empty();
        }
        var module = of(script);
        var applied = new HashSet<>(module.applied());
        move(applied, script);
        var version = module.chain().versionWith(applied);
        return Optional.of(new MountedModule(version, module.chain().module().coordinates()));
    }

    void moveOver(Script script) {
        var module = of(script);
        move(module.applied(), script);
        switch (direction) {
            case UP -> module.heads().advance(script);
            case DOWN -> module.heads().retreat(script);
        }
    }

    private void move(Set<String> applied, Script script) {
        switch (direction) {
            case UP -> applied.add(script.revision());
            case DOWN -> applied.remove(script.revision());
        }
    }

    private OfModule of(Script script) {
        return Objects.requireNonNull(modules.get(script.owner().module()));
    }
}
