package lamin.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import lamin.schema.internal.detect.Candidate;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;
import lamin.schema.internal.operation.FillCheck;

/**
 * A detection that continued on assumed answers: every possible rename is answered in the same way, every other
 * question with yes.
 *
 * @param questions the questions that were answered by assumption
 */
record AssumedAnswers(Detection detection, List<Question> questions) {
    AssumedAnswers {
        questions = List.copyOf(questions);
    }

    /**
     * Every likely rename is taken as one, the likeliest first, each to a candidate that no other rename in the same place has
     * taken.
     */
    static AssumedAnswers renames(Function<Decisions, Detection> detect) {
        return assume(detect, AssumedAnswers::renamed);
    }

    /** No possible rename is taken as one. */
    static AssumedAnswers drops(Function<Decisions, Detection> detect) {
        return assume(detect, AssumedAnswers::dropped);
    }

    private static AssumedAnswers assume(
            Function<Decisions, Detection> detect, BiFunction<Decisions, List<Question.Gone>, Decisions> answer) {
        var asked = new ArrayList<Question>();
        var decisions = Decisions.NONE;
        var found = detect.apply(decisions);
        while (!found.questions().isEmpty()) {
            var questions = found.nextQuestions();
            asked.addAll(questions);
            var gone = new ArrayList<Question.Gone>();
            for (var question : questions) {
                switch (question) {
                    case Question.Gone object -> gone.add(object);
                    case Question.Fill(var column) -> decisions = decisions.withFill(column, FillCheck.UNWRITTEN);
                }
            }
            decisions = answer.apply(decisions, gone);
            found = detect.apply(decisions);
        }
        return new AssumedAnswers(found, asked);
    }

    private static Decisions dropped(Decisions given, List<Question.Gone> questions) {
        var decisions = given;
        for (var question : questions) {
            decisions = decisions.withDrop(question.object());
        }
        return decisions;
    }

    /** A possible rename. */
    private record Match(Question.Gone question, Candidate candidate) {
        /** The table of a {@code table.column}; empty for a table. */
        String place() {
            int dot = question.object().lastIndexOf('.');
            return question.isTable() || dot < 0 ? "" : question.object().substring(0, dot);
        }

        String target() {
            return place() + "." + candidate.name();
        }
    }

    private static Decisions renamed(Decisions given, List<Question.Gone> questions) {
        var decisions = given;
        var open = new LinkedHashSet<>(questions);
        var taken = new HashSet<String>();
        var matches = questions.stream()
                .flatMap(question -> question.candidates().stream()
                        .filter(Candidate::isLikely)
                        .map(candidate -> new Match(question, candidate)))
                .sorted(Comparator.comparingDouble(
                                (Match match) -> match.candidate().likeness())
                        .reversed())
                .toList();
        for (var match : matches) {
            if (open.contains(match.question()) && taken.add(match.target())) {
                open.remove(match.question());
                decisions = decisions.withRename(
                        match.question().object(), match.candidate().name());
            }
        }
        return dropped(decisions, List.copyOf(open));
    }
}
