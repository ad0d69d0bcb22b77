package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;

/**
 * A detection that continued on assumed answers: every possible rename is answered in the same way, every other
 * question with yes.
 *
 * @param questions the questions that were answered by assumption
 */
record Assumed(Detection detection, List<Question> questions) {
    /** Placeholder for SQL that only the user can write. */
    static final String UNDECIDED = "TODO: SQL for existing rows";

    Assumed {
        questions = List.copyOf(questions);
    }

    /**
     * Every possible rename is taken as one, to the first candidate that no other rename in the same place has taken.
     */
    static Assumed renames(Function<Decisions, Detection> detect) {
        return assume(detect, Assumed::renamed);
    }

    /** No possible rename is taken as one. */
    static Assumed drops(Function<Decisions, Detection> detect) {
        return assume(detect, (decisions, rename) -> decisions.withDrop(rename.object()));
    }

    private static Assumed assume(
            Function<Decisions, Detection> detect, BiFunction<Decisions, Question.Rename, Decisions> answer) {
        var asked = new ArrayList<Question>();
        var decisions = Decisions.NONE;
        var found = detect.apply(decisions);
        while (!found.questions().isEmpty()) {
            asked.addAll(found.nextQuestions());
            for (var question : found.nextQuestions()) {
                decisions = switch (question) {
                    case Question.Rename rename -> answer.apply(decisions, rename);
                    case Question.Drop(var object) -> decisions.withDrop(object);
                    case Question.Fill(var column) -> decisions.withFill(column, UNDECIDED);
                };
            }
            found = detect.apply(decisions);
        }
        return new Assumed(found, asked);
    }

    private static Decisions renamed(Decisions decisions, Question.Rename rename) {
        var taken = decisions.renames().entrySet().stream()
                .filter(entry -> place(entry.getKey()).equals(place(rename.object())))
                .map(Map.Entry::getValue)
                .toList();
        return rename.candidates().stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .map(name -> decisions.withRename(rename.object(), name))
                .orElse(decisions.withDrop(rename.object()));
    }

    /** The table of a {@code table.column}; empty for a table. */
    private static String place(String object) {
        int dot = object.lastIndexOf('.');
        return dot < 0 ? "" : object.substring(0, dot);
    }
}
