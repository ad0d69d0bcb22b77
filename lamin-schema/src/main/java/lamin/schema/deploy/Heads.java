package lamin.schema.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.module.Chain;
import lamin.schema.module.Script;

/** The heads of one module while migrations are applied or undone one by one. */
final class Heads {
    private final Set<String> current;
    private final Map<String, Integer> children = new HashMap<>();

    /** Of a module at these revisions. */
    Heads(Chain chain, Set<String> revisions) {
        this.current = new HashSet<>(revisions);
        var applied = chain.withAncestors(revisions);
        chain.scripts().stream()
                .filter(script -> applied.contains(script.revision()))
                .forEach(script -> count(script, 1));
    }

    Set<String> current() {
        return Set.copyOf(current);
    }

    /** The parents that are heads again once the migration is undone; another migration may still go on from the rest. */
    Set<String> behind(Script script) {
        return script.info().down().stream()
                .filter(parent -> children.getOrDefault(parent, 0) == 1)
                .collect(Collectors.toUnmodifiableSet());
    }

    void advance(Script script) {
        current.removeAll(script.info().down());
        current.add(script.revision());
        count(script, 1);
    }

    void retreat(Script script) {
        current.addAll(behind(script));
        current.remove(script.revision());
        count(script, -1);
    }

    private void count(Script child, int number) {
        child.info().down().forEach(parent -> children.merge(parent, number, Integer::sum));
    }
}
