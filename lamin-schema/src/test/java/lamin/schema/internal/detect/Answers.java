package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the person of a case answers. {@code rename_table: yes} answers every such question that has one candidate; {@code
 * rename_column: "core_a.x y"} answers the one about {@code core_a.x}. A declined rename is a drop. What is not answered
 * stays open.
 */
record Answers(List<Answer> all) {
    private static final Set<String> VERDICTS = Set.of("yes", "no");

    private enum Kind {
        RENAME_TABLE,
        RENAME_COLUMN,
        DROP,
        FILL
    }

    /** @param text what it says, without the kind */
    private record Answer(Set<Kind> kinds, String text) {
        List<String> words() {
            return List.of(text.replaceAll("->|=|,|:|\\?", " ").strip().split("\\s+"));
        }

        boolean says(String word) {
            return words().contains(word);
        }

        boolean names(String object) {
            return words().stream().anyMatch(word -> isNameOf(object, word));
        }

        /** Tables may be called by their entity, columns without their table or by the property of a reference. */
        private static boolean isNameOf(String object, String word) {
            int dot = object.lastIndexOf('.');
            var last = object.substring(dot + 1);
            return word.equals(object)
                    || word.equals(last)
                    || word.endsWith("." + last)
                    || (dot >= 0 && last.equals(word + "_id"))
                    || (dot < 0 && object.endsWith("_" + word.toLowerCase(Locale.ROOT)));
        }

        /** Whether it is about this object, or about everything of its kind. */
        boolean isAbout(String object) {
            return names(object) || VERDICTS.containsAll(words());
        }
    }

    static Answers read(@Nullable Object notation) {
        var answers = new ArrayList<Answer>();
        if (notation != null) {
            Yaml.map(notation).forEach((key, value) -> add(key, value, answers));
        }
        return new Answers(answers);
    }

    private static void add(String key, @Nullable Object value, List<Answer> answers) {
        switch (value) {
            case List<?> list -> list.forEach(one -> add(key, one, answers));
            case Map<?, ?> map -> Yaml.map(map).forEach((object, one) -> add(key + " " + object, one, answers));
            case null, default -> {
                var words = (key + " " + verdict(Yaml.text(value))).split("\\s+", 2);
                answers.add(new Answer(kinds(words[0]), words[1]));
            }
        }
    }

    private static String verdict(String value) {
        return value.equals("true") ? "yes" : value.equals("false") ? "no" : value;
    }

    private static Set<Kind> kinds(String word) {
        return switch (word) {
            case "rename_table", "rename_entity", "rename_model", "rename_link", "move", "move_table", "move_entity" ->
                Set.of(Kind.RENAME_TABLE);
            case "rename_column", "rename_field", "rename_property" -> Set.of(Kind.RENAME_COLUMN);
            case "rename" -> Set.of(Kind.RENAME_TABLE, Kind.RENAME_COLUMN);
            case "drop", "drop_table", "drop_entity", "drop_column", "drop_field" -> Set.of(Kind.DROP);
            case "default", "one_off_default", "oneoff_default", "one_off", "one-off", "fill", "backfill", "value" ->
                Set.of(Kind.FILL);
            default -> throw new IllegalArgumentException("unknown answer " + word);
        };
    }

    Decisions answered(Decisions decisions, List<Question> questions) {
        var result = decisions;
        for (var question : questions) {
            result = answered(result, question);
        }
        return result;
    }

    private Decisions answered(Decisions decisions, Question question) {
        return switch (question) {
            case Question.Rename rename -> rename(decisions, rename);
            case Question.Drop drop -> isDropped(drop.object()) ? decisions.withDrop(drop.object()) : decisions;
            case Question.Fill(var column) ->
                fill(column).map(sql -> decisions.withFill(column, sql)).orElse(decisions);
        };
    }

    private Decisions rename(Decisions decisions, Question.Rename question) {
        var object = question.object();
        var answers = of(question.isTable() ? Kind.RENAME_TABLE : Kind.RENAME_COLUMN, object);
        if (answers.stream().anyMatch(answer -> answer.says("no")) || (answers.isEmpty() && isDropped(object))) {
            return decisions.withDrop(object);
        }
        var candidates = question.equal();
        var named = candidates.stream()
                .filter(candidate -> answers.stream().anyMatch(answer -> answer.names(candidate)))
                .toList();
        var chosen = named.isEmpty() && !answers.isEmpty() ? candidates : named;
        return chosen.size() == 1 ? decisions.withRename(object, chosen.getFirst()) : decisions;
    }

    private boolean isDropped(String object) {
        return of(Kind.DROP, object).stream().anyMatch(answer -> !answer.says("no"));
    }

    /** {@code core_a.x 0} or, for all columns, {@code 0}. */
    private Optional<String> fill(String column) {
        return all.stream()
                .filter(answer -> answer.kinds().contains(Kind.FILL))
                .map(Answer::text)
                .filter(text -> text.startsWith(column) || !text.matches("\\w+\\.\\w+[ =:].*"))
                .map(text -> text.replaceFirst("^" + column + "[ =:]+", ""))
                .findFirst();
    }

    private List<Answer> of(Kind kind, String object) {
        return all.stream()
                .filter(answer -> answer.kinds().contains(kind) && answer.isAbout(object))
                .toList();
    }
}
