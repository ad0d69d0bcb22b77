package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.lint.Linter;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Description;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.sqlite.SqliteSystem;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;

/**
 * A case that has been run: what the detector found, in the words of the case files. Without answers there is no terminal:
 * what is likely to be a rename or needs a value fails, a plain drop is given.
 */
final class CaseRun {
    private final CaseModel before;
    private final CaseModel after;
    private final Detection detection;
    private final SequencedMap<String, List<Operation>> inOrder;
    private final List<Question> questions;

    CaseRun(Case tested) {
        before = tested.before();
        after = tested.after();
        questions = detect(Decisions.NONE).questions();
        detection = answered(tested.answers());
        inOrder = ModuleOrder.of(before.state(), detection);
    }

    private Detection answered(Answers answers) {
        var decisions = Decisions.NONE.withAllDrops();
        while (true) {
            var found = detect(decisions);
            var more = answers.answered(decisions, found.questions());
            if (more.equals(decisions)) {
                return found;
            }
            decisions = more;
        }
    }

    private Detection detect(Decisions decisions) {
        return Detector.detect(before.state(), after.state(), owners(), after.hints(), decisions);
    }

    SchemaModel before() {
        return before.state();
    }

    CaseModel after() {
        return after;
    }

    Map<String, Owner> owners() {
        return Stream.of(before.modules(), after.modules())
                .flatMap(Collection::stream)
                .distinct()
                .collect(Collectors.toMap(module -> module, Owner::of));
    }

    /** What a person is asked who has not yet said anything, plain drops included. */
    List<Question> questions() {
        return questions;
    }

    /** What is still open after the answers. */
    List<Question> open() {
        return detection.questions();
    }

    /** The operations by module, each module at a time at which its operations fit. */
    SequencedMap<String, List<Operation>> operations() {
        return inOrder;
    }

    SchemaModel replayed() {
        var state = before.state();
        for (var entry : inOrder.entrySet()) {
            state = Replay.of(state, Owner.of(entry.getKey()), entry.getValue());
        }
        return state;
    }

    Map<String, List<String>> descriptions() {
        var descriptions = new TreeMap<String, List<String>>();
        var state = new Replay(before.state());
        inOrder.forEach((module, operations) -> {
            var ofModule = new ArrayList<String>();
            for (var operation : operations) {
                ofModule.add(Description.of(operation, state));
                state.apply(Owner.of(module), operation);
            }
            descriptions.put(module, ofModule);
        });
        return descriptions;
    }

    /** Whether lint says of a migration that data may go. */
    boolean isLossy() {
        var linter = new Linter();
        var state = new Replay(before.state());
        return scripts()
                .flatMap(script -> script.upgrade().stream().flatMap(operation -> {
                    var findings = linter.see(script, operation, state);
                    state.apply(script.owner(), operation);
                    return findings.stream();
                }))
                .anyMatch(finding -> finding.rule().isLossy());
    }

    /** What SQLite does, in the words of the case files. */
    String sqlite() {
        var state = new Replay(before.state());
        boolean isRebuilt = scripts()
                .flatMap(script -> new SqliteSystem().steps(state, script.owner(), script.upgrade()).stream())
                .anyMatch(Step.Rebuild.class::isInstance);
        return isRebuilt ? "rebuild" : "inplace";
    }

    private Stream<Script> scripts() {
        return inOrder.entrySet().stream()
                .map(entry -> new TestModule(Owner.of(entry.getKey()), "1.0.0", List.of())
                        .then("000000000001", entry.getValue())
                        .scripts()
                        .getFirst());
    }

    /** {@code lib[0] -> core[0]}, or {@code lib[0] -> core@head} where the other module does not change. */
    Set<String> dependencies() {
        var edges = new TreeSet<String>();
        detection
                .dependencies()
                .forEach((module, others) -> others.forEach(other -> edges.add(
                        module + "[0] -> " + other + (detection.operations().containsKey(other) ? "[0]" : "@head"))));
        return edges;
    }
}
