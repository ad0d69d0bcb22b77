package lamin.cli.migrate;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import lamin.authoring.Comparison;
import lamin.authoring.WayBack;
import lamin.cli.command.Terminal;
import lamin.cli.command.UndecidedException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Decide;
import lamin.schema.Remedy.Fill;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;
import lamin.schema.internal.operation.Operation;

/** Asks the user the detector's questions at the terminal; without a terminal nothing is guessed. */
final class DecisionPrompt {
    private final Comparison comparison;
    private final Terminal terminal;

    DecisionPrompt(Comparison comparison, Terminal terminal) {
        this.comparison = comparison;
        this.terminal = terminal;
    }

    /** A detection without open questions. */
    Detection decide(Decisions given) {
        var decisions = given;
        var detection = comparison.detect(decisions);
        while (!detection.questions().isEmpty()) {
            if (!terminal.isInteractive()) {
                throw undecided(detection);
            }
            decisions = answer(decisions, detection.nextQuestions().getFirst());
            detection = comparison.detect(decisions);
        }
        return detection;
    }

    private Decisions answer(Decisions decisions, Question question) {
        return switch (question) {
            case Question.Gone gone -> gone(decisions, gone);
            case Question.Fill(var column) -> decisions.withFill(column, fill(column));
        };
    }

    private Decisions gone(Decisions decisions, Question.Gone question) {
        return switch (question.candidates().size()) {
            case 0 -> drop(decisions, question);
            case 1, 2 -> oneByOne(decisions, question);
            default -> choose(decisions, question);
        };
    }

    private Decisions drop(Decisions decisions, Question.Gone question) {
        var object = question.object();
        var alternative = orRename(question);
        if (!terminal.confirm(object + " is gone from the entities: drop it and its values" + alternative + "?")) {
            throw stopped("whether to drop " + object + alternative);
        }
        return decisions.withDrop(object);
    }

    private Decisions oneByOne(Decisions decisions, Question.Gone question) {
        var object = question.object();
        for (var candidate : question.candidates()) {
            if (terminal.confirm("was " + object + " renamed to " + candidate.text() + "?")) {
                return decisions.withRename(object, candidate.name());
            }
        }
        if (!terminal.confirm("drop " + object + " and its values?")) {
            throw stopped("whether to rename or drop " + object);
        }
        return decisions.withDrop(object);
    }

    private Decisions choose(Decisions decisions, Question.Gone question) {
        var object = question.object();
        var candidates = question.candidates();
        var lines = new StringJoiner("\n");
        lines.add(object + " is gone from the entities. Was it renamed?");
        for (int i = 0; i < candidates.size(); i++) {
            lines.add("  " + (i + 1) + "  to " + candidates.get(i).text());
        }
        lines.add("  d  no: drop it and its values");
        var answer = terminal.ask(lines + "\n[1-" + candidates.size() + ", d] ")
                .orElse("")
                .strip();
        if (answer.equalsIgnoreCase("d")) {
            return decisions.withDrop(object);
        }
        return IntStream.rangeClosed(1, candidates.size())
                .filter(number -> answer.equals(String.valueOf(number)))
                .mapToObj(number ->
                        decisions.withRename(object, candidates.get(number - 1).name()))
                .findFirst()
                .orElseThrow(() -> stopped("whether to rename or drop " + object));
    }

    private String fill(String column) {
        var initial = comparison.model().initialValues().sql(column);
        var answer = terminal.ask("column " + column + " is NOT NULL. Value for existing rows, as SQL"
                        + initial.map(value -> " [" + value + "]").orElse("") + ": ")
                .orElse("");
        return Optional.of(answer)
                .filter(text -> !text.isBlank())
                .or(() -> initial)
                .orElseThrow(() -> stopped("the value of " + column + orDefault(initial)));
    }

    /** A downgrade that knows what a column holds that it brings back, or one that is closed. */
    List<Operation> wayBack(List<Operation> downgrade, Decisions given) {
        var known = WayBack.filled(downgrade, given.fills());
        var unfilled = WayBack.unfilled(known);
        if (!unfilled.isEmpty() && !terminal.isInteractive()) {
            throw undecided(
                    unfilled.stream()
                            .map(column -> new Decide(
                                    "decision needed: the downgrade brings " + column + " back as NOT NULL;"
                                            + " it needs a value for the rows that exist then",
                                    List.of(new Fill(column))))
                            .toList(),
                    "");
        }
        var values = new HashMap<String, String>();
        for (var column : unfilled) {
            var value = terminal.ask(
                            "the downgrade brings " + column + " back as NOT NULL: the value for rows that exist"
                                    + " then, as SQL (none: the migration cannot be undone): ")
                    .orElse("");
            if (value.isBlank()) {
                return List.of(new Operation.Irreversible("the values of " + column + " are gone"));
            }
            values.put(column, value);
        }
        return WayBack.filled(known, values);
    }

    private static LaminException stopped(String decision) {
        return new LaminException(ErrorCode.REFUSED, "nothing was written; still undecided: " + decision);
    }

    private UndecidedException undecided(Detection detection) {
        var questions = detection.nextQuestions();
        var others =
                detection.questions().size() > questions.size() ? "; what depends on the answers is asked then" : "";
        var decisions = questions.stream()
                .map(question ->
                        new Decide(question.text() + orRename(question) + orDefault(question), question.answers()))
                .toList();
        return undecided(decisions, others);
    }

    private static UndecidedException undecided(List<Decide> decisions, String others) {
        return new UndecidedException(
                List.of((decisions.size() == 1
                                ? "a decision is needed, nothing was written; repeat the command with one of these options"
                                : decisions.size()
                                        + " decisions are needed, nothing was written; repeat the command with one option"
                                        + " of each group")
                        + others),
                Steps.all(decisions));
    }

    private String orDefault(Question question) {
        return question instanceof Question.Fill(var column)
                ? orDefault(comparison.model().initialValues().sql(column))
                : "";
    }

    private static String orDefault(Optional<String> initial) {
        return ", or declare a default in the entity: @ColumnDefault(\"" + initial.orElse("...") + "\")";
    }

    /** The option for a rename that is not among the candidates; empty if there is no new name. */
    private static String orRename(Question question) {
        return question instanceof Question.Drop drop
                        && drop.mayBeRenamed()
                        && drop.candidates().isEmpty()
                ? ", or --rename " + drop.object() + "=NEW if it was renamed"
                : "";
    }
}
