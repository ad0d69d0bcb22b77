package lamin.graph.picture;

import lamin.graph.picture.Picture.Notation;

/**
 * A line between two boxes.
 *
 * @param name the tooltip
 * @param group the id of the group whose colour it takes
 * @param thin whether it is drawn thinner than others
 */
public record Edge(String name, String group, End from, End to, boolean thin) {
    /**
     * One end of a line.
     *
     * @param box the id of the box
     * @param row the index of the row it touches, or {@link #TITLE}
     */
    public record End(String box, int row, Ending ending) {
        /** Denotes the title of the box instead of one of its rows. */
        public static final int TITLE = -1;
    }

    /** The sign at the end of a line; the first three give the cardinality of this end. */
    public enum Ending {
        ONE(Notation.ENTITY_RELATIONSHIP),
        ZERO_OR_ONE(Notation.ENTITY_RELATIONSHIP),
        MANY(Notation.ENTITY_RELATIONSHIP),
        ARROW(Notation.ARROWS),
        PLAIN(Notation.ARROWS);

        private final Notation notation;

        Ending(Notation notation) {
            this.notation = notation;
        }

        /** The notation that it belongs to. */
        Notation notation() {
            return notation;
        }
    }

    /** Whether both ends are at the same box. */
    public boolean isLoop() {
        return from.box().equals(to.box());
    }
}
