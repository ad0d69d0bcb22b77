package lamin.graph.picture;

import java.util.Set;

/**
 * A row of a box: a column, or a link table that is drawn as an edge.
 *
 * @param target the title of the referenced table if no edge shows it; otherwise empty
 */
public record Row(String name, String type, boolean nullable, Set<Mark> marks, String target) {
    public Row {
        marks = Set.copyOf(marks);
    }

    /** The mark of a row; {@link #label()} is its text. */
    public enum Mark {
        PRIMARY("PK"),
        FOREIGN("FK"),
        UNIQUE("UQ"),
        LINK("n:m");

        private final String label;

        Mark(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** The marks as text, in a fixed order: {@code PK FK}. */
    public String label() {
        var label = new StringBuilder();
        for (var mark : Mark.values()) {
            if (is(mark)) {
                label.append(label.isEmpty() ? "" : " ").append(mark.label());
            }
        }
        return label.toString();
    }

    /** The type, with a question mark if it is nullable. */
    public String typeText() {
        return nullable ? type + "?" : type;
    }

    /** An arrow and the target, or empty. */
    public String targetText() {
        return target.isEmpty() ? "" : "→ " + target;
    }
}
