package lamin.graph.picture;

import lamin.schema.model.TableName;

/**
 * A line between two boxes: a foreign key, or a link table that is folded into a line.
 *
 * @param name the foreign key or the link table in the database
 * @param module the module that it belongs to
 */
public record Edge(String name, String module, End from, End to, boolean link) {
    /**
     * One end of a line.
     *
     * @param row the index of the row it touches, or {@link #TITLE}
     */
    public record End(TableName table, int row, Multiplicity multiplicity) {
        /** Stands for the title of the box instead of one of its rows. */
        public static final int TITLE = -1;
    }

    /** How many rows of the table at this end may belong to one at the other end. */
    public enum Multiplicity {
        ONE,
        ZERO_OR_ONE,
        MANY
    }

    /** Both ends are at the same box. */
    public boolean isLoop() {
        return from.table().equals(to.table());
    }
}
