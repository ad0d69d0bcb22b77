package lamin.cli.migrate;

import java.util.List;
import java.util.Optional;
import lamin.authoring.Comparison;
import lamin.cli.command.Terminal;
import lamin.cli.command.UndecidedException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Decide;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;

/** Asks the user the detector's questions at the terminal; without a terminal nothing is guessed. */
final class Questioner {
    private final Comparison comparison;
    private final Terminal terminal;

    Questioner(Comparison comparison, Terminal terminal) {
        this.comparison = comparison;
        this.terminal = terminal;
    }

    /** A detection without open questions. */
    Detection decide(Decisions given) {
        var decisions = given;
        var detection = comparison.detect(decisions);
        while (!detection.questions().isEmpty()) {
            if (!terminal.isInteractive()) {
                throw undecided(detection.questions());
            }
            decisions = answer(decisions, detection.nextQuestions().getFirst());
            detection = comparison.detect(decisions);
        }
        return detection;
    }

    private Decisions answer(Decisions decisions, Question question) {
        return switch (question) {
            case Question.Rename rename -> rename(decisions, rename);
            case Question.Drop(var object) -> {
                if (!terminal.confirm(object + " is no longer in the entities: drop it with its contents?")) {
                    throw stopped("drop " + object);
                }
                yield decisions.withDrop(object);
            }
            case Question.Fill(var column) -> decisions.withFill(column, fill(column));
        };
    }

    private Decisions rename(Decisions decisions, Question.Rename rename) {
        for (var candidate : rename.candidates()) {
            if (terminal.confirm("was " + rename.object() + " renamed to " + candidate + "?")) {
                return decisions.withRename(rename.object(), candidate);
            }
        }
        if (!terminal.confirm("then " + rename.object() + " is dropped with its contents. Is that right?")) {
            throw stopped("rename or drop " + rename.object());
        }
        return decisions.withDrop(rename.object());
    }

    private String fill(String column) {
        return Optional.of(terminal.ask(column + " is NOT NULL: the value for existing rows, as SQL: ")
                        .orElse(""))
                .filter(answer -> !answer.isBlank())
                .orElseThrow(() -> stopped("a value for " + column));
    }

    private static LaminException stopped(String decision) {
        return new LaminException(ErrorCode.REFUSED, "nothing was written: undecided is " + decision);
    }

    private static UndecidedException undecided(List<Question> questions) {
        var decisions = questions.stream()
                .map(question -> new Decide(
                        question.text() + (mayBeRenamed(question, questions) ? ", unless it was renamed" : ""),
                        question.answers()))
                .toList();
        return new UndecidedException(
                List.of(
                        questions.size() == 1
                                ? "a decision is needed, nothing was written; repeat the command with one of these options"
                                : questions.size()
                                        + " decisions are needed, nothing was written; repeat the command with one option"
                                        + " of each group"),
                Steps.all(decisions));
    }

    /**
     * Whether a column that lacks a value may be the new name of another one: then the rename answers both questions.
     */
    private static boolean mayBeRenamed(Question question, List<Question> questions) {
        return question instanceof Question.Fill(var column)
                && questions.stream()
                        .filter(Question.Rename.class::isInstance)
                        .map(Question.Rename.class::cast)
                        .filter(rename -> !rename.isTable())
                        .anyMatch(rename -> rename.candidates().stream().anyMatch(name -> column.endsWith("." + name)));
    }
}
