package lamin.schema.internal.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;
import lamin.schema.internal.plan.MigrationPlan;

/** The progress of each module of a plan while its migrations run one after the other. */
public final class Progress {
    private final Direction direction;
    private final Map<String, OfModule> modules = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();

    private record OfModule(Chain chain, Heads heads, Set<String> applied) {
        MountedModule mounted(Set<String> revisions) {
            return new MountedModule(
                    chain.versionWith(revisions), chain.module().coordinates());
        }
    }

    public Progress(Iterable<Chain> chains, DeployRequest.Pending pending) {
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
        plan.pending().forEach(script -> last.put(script.owner().module(), script.revision()));
    }

    /** The current heads of each module. */
    Map<String, Set<String>> heads() {
        return modules.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, module -> module.getValue().heads().current()));
    }

    public Set<String> heads(String module) {
        return of(module).heads().current();
    }

    /** The heads of a migration's module after that migration has run. */
    public Set<String> headsAfter(Script script) {
        return of(script).heads().after(script, direction);
    }

    /**
     * The mounted state of the module after the migration has run. In an upgrade only the last migration mounts the
     * module, since a later one may fail; in a downgrade each migration may change the version.
     */
    public Optional<MountedModule> mountedAfter(Script script) {
        if (direction == Direction.UP
                && !script.revision().equals(last.get(script.owner().module()))) {
            return Optional.empty();
        }
        var module = of(script);
        var applied = new HashSet<>(module.applied());
        move(applied, script);
        return Optional.of(module.mounted(applied));
    }

    /** The current mounted state of a module. */
    MountedModule mounted(String module) {
        return of(module).mounted(of(module).applied());
    }

    public void moveOver(Script script) {
        var module = of(script);
        move(module.applied(), script);
        module.heads().move(script, direction);
    }

    private void move(Set<String> applied, Script script) {
        switch (direction) {
            case UP -> applied.add(script.revision());
            case DOWN -> applied.remove(script.revision());
        }
    }

    private OfModule of(Script script) {
        return of(script.owner().module());
    }

    private OfModule of(String module) {
        return Objects.requireNonNull(modules.get(module));
    }
}
