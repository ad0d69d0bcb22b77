package lamin.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.SchemaModel;

/**
 * The module under test and those that it needs, as they were at one moment of its history.
 *
 * @param name how a person calls it: a version, or {@code now}
 * @param chains up to that moment; modules that had no migration then are left out
 */
record Stage(String name, List<Chain> chains) {
    Stage {
        chains = List.copyOf(chains);
    }

    Set<String> revisions() {
        return chains.stream()
                .flatMap(chain -> chain.scripts().stream())
                .map(Script::revision)
                .collect(Collectors.toSet());
    }

    /** The last revision that a module had then; empty before its first. */
    String headOf(String module) {
        return chains.stream()
                .filter(chain -> chain.module().name().equals(module))
                .map(Chain::head)
                .findFirst()
                .orElse("");
    }

    /** What the scripts say that the database is then. */
    SchemaModel model() {
        return new Planner(chains).target();
    }

    /** The scripts that lead on to a later stage, in the order in which they apply. */
    List<Script> scriptsTo(Stage later) {
        var applied = new HashSet<>(revisions());
        return new Planner(later.chains())
                .order().stream()
                        .filter(script -> !applied.contains(script.revision()))
                        .toList();
    }
}
