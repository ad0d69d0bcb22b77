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
 * The module under test and its dependencies at one moment of its history.
 *
 * @param name its display name: a version, or {@code now}
 * @param chains up to that moment; modules without a migration at that time are omitted
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

    /** The last revision of a module at that time; empty before its first. */
    String headOf(String module) {
        return chains.stream()
                .filter(chain -> chain.module().name().equals(module))
                .map(Chain::head)
                .findFirst()
                .orElse("");
    }

    /** The state that the scripts describe. */
    SchemaModel model() {
        return new Planner(chains).target();
    }

    /** The scripts that lead to a later stage, in the order in which they apply. */
    List<Script> scriptsTo(Stage later) {
        var applied = new HashSet<>(revisions());
        return new Planner(later.chains())
                .order().stream()
                        .filter(script -> !applied.contains(script.revision()))
                        .toList();
    }
}
