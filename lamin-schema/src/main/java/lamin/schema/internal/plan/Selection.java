package lamin.schema.internal.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation.Irreversible;

/**
 * Chooses the migrations that lead from the applied ones to a goal, in the order in which they run.
 *
 * @param ordered all migrations of the chains, in the order in which they apply
 * @param applied the revisions that the database has
 */
record Selection(List<Chain> chains, List<Script> ordered, Set<String> applied) {
    List<Script> of(Goal goal) {
        return switch (goal) {
            case Goal.Heads ignored -> pending();
            case Goal.UpTo(var target) -> upTo(target);
            case Goal.BackTo(var target) -> backTo(target);
        };
    }

    List<Script> done() {
        return ordered.stream()
                .filter(script -> applied.contains(script.revision()))
                .toList();
    }

    List<Script> pendingBut(List<Script> scripts) {
        var left = new ArrayList<>(pending());
        left.removeAll(Set.copyOf(scripts));
        return left;
    }

    private List<Script> pending() {
        return ordered.stream()
                .filter(script -> !applied.contains(script.revision()))
                .toList();
    }

    private List<Script> upTo(Target target) {
        if (!beyond(target).isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "module " + target.module() + " is past " + target,
                    new Goal.BackTo(target).remedy());
        }
        var needed = needed(ordered, Set.of(target.revision()));
        return pending().stream()
                .filter(script -> needed.contains(script.revision()))
                .toList();
    }

    /** The revisions and everything that must be applied before them, in any module. */
    static Set<String> needed(List<Script> ordered, Set<String> revisions) {
        var needed = new HashSet<>(revisions);
        for (var script : ordered.reversed()) {
            if (needed.contains(script.revision())) {
                needed.addAll(script.info().down());
                needed.addAll(script.info().dependsOn());
            }
        }
        return needed;
    }

    private List<Script> backTo(Target target) {
        if (!target.isBase() && !applied.contains(target.revision())) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "module " + target.module() + " is not at or past " + target,
                    new Goal.UpTo(target).remedy());
        }
        var undone = new ArrayList<>(beyond(target));
        Collections.reverse(undone);
        refuseOneWay(undone);
        refuseDependents(undone, target);
        return undone;
    }

    /** The applied migrations of the target's module that are neither the target nor before it. */
    private List<Script> beyond(Target target) {
        var chain = target.chain(chains);
        var kept = chain.withAncestors(Set.of(target.revision()));
        return chain.scripts().stream()
                .filter(script -> applied.contains(script.revision()) && !kept.contains(script.revision()))
                .toList();
    }

    private static void refuseOneWay(List<Script> undone) {
        var reasons = undone.stream()
                .flatMap(script -> script.downgrade().stream()
                        .filter(Irreversible.class::isInstance)
                        .map(Irreversible.class::cast)
                        .map(closed -> "migration " + script + " cannot be undone: " + closed.reason()))
                .toList();
        if (!reasons.isEmpty()) {
            throw new LaminException(ErrorCode.REFUSED, String.join("\n", reasons) + "\nnothing was changed");
        }
        undone.stream().filter(Script::isDowngradeForgotten).findFirst().ifPresent(script -> {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "migration " + script + " cannot be undone: it changes tables and its downgrade is empty",
                    new Advice("write its downgrade, or op.irreversible(\"why\")"));
        });
    }

    /**
     * The first migration of each module that depends on the migrations to be undone, with the way to undo it first.
     */
    private void refuseDependents(List<Script> undone, Target target) {
        var byRevision = undone.stream().collect(Collectors.toMap(Script::revision, script -> script));
        var first = new TreeMap<String, Script>();
        for (var script : ordered) {
            if (applied.contains(script.revision())
                    && !byRevision.containsKey(script.revision())
                    && script.info().dependsOn().stream().anyMatch(byRevision::containsKey)) {
                first.putIfAbsent(script.owner().module(), script);
            }
        }
        if (!first.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    first.values().stream()
                                    .map(script -> dependency(script, byRevision))
                                    .collect(Collectors.joining("\n"))
                            + "\nnothing was changed",
                    List.of(undoing(first.values(), target)),
                    Facts.of(
                            Facts.Kind.REVISION,
                            first.values().stream().map(Script::revision).toList()),
                    null);
        }
    }

    private static String dependency(Script script, Map<String, Script> undone) {
        return script.info().dependsOn().stream()
                .filter(undone::containsKey)
                .limit(1)
                .map(revision -> "migration " + undone.get(revision) + " cannot be undone while migration " + script
                        + " depends on it")
                .collect(Collectors.joining());
    }

    /** All of them must be undone first. */
    private static Steps undoing(Collection<Script> dependents, Target target) {
        return new Steps(Stream.concat(dependents.stream().map(Target::before), Stream.of(target))
                .<Remedy>map(step -> new Goal.BackTo(step).remedy())
                .toList());
    }
}
