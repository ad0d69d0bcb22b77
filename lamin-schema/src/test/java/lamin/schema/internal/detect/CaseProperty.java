package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import lamin.schema.fixture.ModelDifferences;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.model.Owner;

/** What must hold of every case that yields operations; here on model states; {@link lamin.schema.property.LiveChange} sees to databases. */
enum CaseProperty {
    /** After the operations nothing is left to detect, and the state is the one that was wanted. */
    S01 {
        @Override
        List<String> violations(Case tested) {
            var run = new CaseRun(tested);
            var replayed = run.replayed();
            var again = Detector.detect(
                    replayed, run.after().state(), run.owners(), run.after().hints(), Decisions.NONE);
            var violations =
                    new ArrayList<>(ModelDifferences.between(run.after().state(), replayed));
            if (!again.isInSync()) {
                violations.add("left to detect: " + again);
            }
            return violations;
        }
    },
    /** The way back leads to the state before. */
    S02 {
        @Override
        List<String> violations(Case tested) {
            var run = new CaseRun(tested);
            var state = run.before();
            var ways = new ArrayList<Map.Entry<Owner, List<Operation>>>();
            for (var entry : run.operations().entrySet()) {
                var owner = Owner.of(entry.getKey());
                ways.add(Map.entry(owner, Reversal.of(state, owner, entry.getValue())));
                state = Replay.of(state, owner, entry.getValue());
            }
            for (var way : ways.reversed()) {
                state = Replay.of(state, way.getKey(), way.getValue());
            }
            return ModelDifferences.between(run.before(), state);
        }
    },
    /** Entities in another order, under another locale, give the same bytes. */
    S03 {
        @Override
        List<String> violations(Case tested) {
            var expected = source(tested);
            var found = inTurkish(() -> source(shuffled(tested)));
            return expected.equals(found) ? List.of() : List.of("expected " + expected + " but found " + found);
        }
    };

    abstract List<String> violations(Case tested);

    static CaseProperty of(String id) {
        return valueOf(id.substring(0, Math.max(0, id.indexOf('-'))));
    }

    void check(List<Case> cases) {
        var tested = cases.stream()
                .filter(one -> !one.isProperty() && one.failure().isEmpty())
                .toList();
        var violations = tested.stream()
                .flatMap(one -> violations(one).stream().map(violation -> one.id() + ": " + violation))
                .toList();
        System.out.printf("%s%n  expected of %d cases%n  found    %s%n", this, tested.size(), violations);
        DetectorCasesTest.require(violations);
    }

    private static String source(Case tested) {
        var source = new StringBuilder();
        new CaseRun(tested)
                .operations()
                .forEach((module, operations) ->
                        operations.forEach(operation -> source.append(JavaSource.of(operation, Owner.of(module)))
                                .append('\n')));
        return source.toString();
    }

    private static Case shuffled(Case tested) {
        var entries = new LinkedHashMap<>(tested.entries());
        for (var side : List.of("before", "after")) {
            var modules = new LinkedHashMap<String, Object>();
            shuffled(Yaml.map(entries.get(side)))
                    .forEach((module, entities) -> modules.put(module, shuffled(Yaml.map(entities))));
            entries.put(side, modules);
        }
        return new Case(tested.id(), entries);
    }

    private static Map<String, Object> shuffled(Map<String, Object> map) {
        var keys = new ArrayList<>(map.keySet());
        Collections.shuffle(keys, new Random(keys.size()));
        Collections.reverse(keys);
        var shuffled = new LinkedHashMap<String, Object>();
        keys.forEach(key -> shuffled.put(key, map.get(key)));
        return shuffled;
    }

    private static String inTurkish(java.util.function.Supplier<String> work) {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            return work.get();
        } finally {
            Locale.setDefault(usual);
        }
    }
}
