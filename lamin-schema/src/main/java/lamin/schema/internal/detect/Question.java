package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Decision;

/** A decision that only the user can make. Objects are written as in {@link Decisions}. */
public sealed interface Question {
    /** The question as a sentence. */
    String text();

    /** The possible answers; each one suffices. */
    List<Decision> answers();

    /** An object is gone and similar ones are new: was it renamed, and to which of them? */
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
        public List<Decision> answers() {
            var answers = new ArrayList<Decision>();
            candidates.forEach(name -> answers.add(new Remedy.Rename(object, name)));
            answers.add(new Remedy.Drop(object));
            return answers;
        }
    }

    /** An object is gone with its contents. */
    record Drop(String object) implements Question {
        @Override
        public String text() {
            return "decision needed: drop " + object;
        }

        @Override
        public List<Decision> answers() {
            return List.of(new Remedy.Drop(object));
        }
    }

    /** A column needs a value in rows that have none. */
    record Fill(String column) implements Question {
        @Override
        public String text() {
            return "decision needed: column " + column + " is NOT NULL and needs a default or a backfill for the rows"
                    + " that are there";
        }

        @Override
        public List<Decision> answers() {
            return List.of(new Remedy.Fill(column));
        }
    }
}
