package lamin.schema.internal.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;

/** The heads of one module while migrations are applied or undone one by one. */
public final class Heads {
    private final Chain chain;
    private final Set<String> skipped;
    private Set<String> current;
    private final Map<String, Integer> children = new HashMap<>();

    public Heads(Chain chain, LedgerState ledger) {
        this.chain = chain;
        this.skipped = ledger.skipped();
        this.current = new HashSet<>(ledger.of(chain.module().name()));
        var applied = ledger.applied(chain);
        chain.scripts().stream()
                .filter(script -> applied.contains(script.revision()))
                .forEach(script -> count(script, 1));
    }

    public Set<String> current() {
        return Set.copyOf(current);
    }

    /** The heads of the module after a migration was applied or undone. */
    Set<String> after(Script script, Direction direction) {
        var after = new HashSet<>(current);
        switch (direction) {
            case UP -> {
                script.info().down().forEach(after::remove);
                after.add(script.revision());
            }
            case DOWN -> {
                parentsLeft(script).forEach(after::add);
                after.remove(script.revision());
            }
        }
        return after;
    }

    /**
     * The parents that become heads again after the migration is undone; other parents may still be followed by another
     * migration.
     */
    private Stream<String> parentsLeft(Script script) {
        return parents(script).filter(parent -> children.getOrDefault(parent, 0) == 1);
    }

    public void move(Script script, Direction direction) {
        current = after(script, direction);
        count(script, direction == Direction.UP ? 1 : -1);
    }

    private void count(Script child, int number) {
        parents(child).forEach(parent -> children.merge(parent, number, Integer::sum));
    }

    /** Its parents, skipping migrations that never ran. */
    private Stream<String> parents(Script script) {
        return skipped.isEmpty() ? script.info().down().stream() : parentsThatRan(script);
    }

    private Stream<String> parentsThatRan(Script script) {
        return script.info().down().stream()
                .flatMap(parent -> skipped.contains(parent)
                        ? chain.script(parent).stream().flatMap(this::parents)
                        : Stream.of(parent))
                .distinct();
    }
}
