package lamin.schema.detect;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only a person can decide. Objects are called as in {@link Decisions}. */
public sealed interface Question {
    /** The question as a sentence. */
    String text();

    /** The options of the command line that answer it, each on its own. */
    List<String> answers();

    /** Something is gone and something like it is new: was it renamed, and to which? */
    record Rename(String object, boolean isTable, List<String> candidates) implements Question {
        public Rename {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String text() {
            return "decision needed: rename "
                    + candidates.stream().map(name -> object + "=" + name).collect(Collectors.joining(" or "))
                    + ", or drop " + object;
        }

        @Override
        public List<String> answers() {
            return Stream.concat(
                            candidates.stream().map(name -> "--rename " + object + "=" + name),
                            Stream.of("--drop " + object))
                    .toList();
        }
    }

    /** Something is gone with all it holds. */
    record Drop(String object) implements Question {
        @Override
        public String text() {
            return "decision needed: drop " + object;
        }

        @Override
        public List<String> answers() {
            return List.of("--drop " + object);
        }
    }

    /** A column must have a value in rows that have none. */
    record Fill(String column) implements Question {
        @Override
        public String text() {
            return "decision needed: column " + column + " is NOT NULL and needs a default or a backfill for the rows"
                    + " that are there";
        }

        @Override
        public List<String> answers() {
            return List.of("--fill " + column + "=SQL");
        }
    }
}
