package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Decision;

/** A decision that only the user can make. Objects are written as in {@link Decisions}. */
public sealed interface Question {
    /** The question as a sentence. */
    String text();

    /** The possible answers; each one suffices. */
    List<Decision> answers();

    /** A table or column is missing from the entities: it was renamed, or it is dropped. */
    sealed interface Gone extends Question {
        String object();

        boolean isTable();

        /** Its possible new names, the likeliest first. */
        List<Candidate> candidates();
    }

    /** An object is missing, and a rename to one of the candidates would change nothing else. */
    record Rename(String object, boolean isTable, List<Candidate> candidates) implements Gone {
        public Rename {
            candidates = List.copyOf(candidates);
        }

        /** The names of those that would change nothing else. */
        public List<String> equal() {
            return candidates.stream()
                    .filter(Candidate::isEqual)
                    .map(Candidate::name)
                    .toList();
        }

        @Override
        public String text() {
            return "decision needed: rename " + renames(object, candidates) + ", or drop " + object;
        }

        @Override
        public List<Decision> answers() {
            return Stream.concat(renames(this).stream(), Stream.of(new Remedy.Drop(object)))
                    .toList();
        }
    }

    /**
     * Something is gone with all it holds, unless it was renamed and changed otherwise as well.
     *
     * @param mayBeRenamed whether anything in the same place is new, alike or not
     */
    record Drop(String object, boolean isTable, List<Candidate> candidates, boolean mayBeRenamed) implements Gone {
        public Drop {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String text() {
            return "decision needed: drop " + object
                    + (candidates.isEmpty() ? "" : ", or rename " + renames(object, candidates));
        }

        @Override
        public List<Decision> answers() {
            return Stream.concat(Stream.of(new Remedy.Drop(object)), renames(this).stream())
                    .toList();
        }
    }

    /** A column needs a value in rows that have none. */
    record Fill(String column) implements Question {
        @Override
        public String text() {
            return "decision needed: column " + column + " is NOT NULL and needs a default or a backfill for existing"
                    + " rows";
        }

        @Override
        public List<Decision> answers() {
            return List.of(new Remedy.Fill(column));
        }
    }

    private static String renames(String object, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> object + "=" + candidate.text())
                .collect(Collectors.joining(" or "));
    }

    private static List<Decision> renames(Gone question) {
        var renames = new ArrayList<Decision>();
        question.candidates().forEach(candidate -> renames.add(new Remedy.Rename(question.object(), candidate.name())));
        return renames;
    }
}
