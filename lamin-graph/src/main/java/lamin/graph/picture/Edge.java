package lamin.graph.picture;

import lamin.graph.picture.Picture.Notation;

/**
 * A line between two boxes.
 *
 * @param name what is shown when the pointer rests on it
 * @param group the id of the group whose colour it has
 * @param thin it is drawn thinner than others
 */
public record Edge(String name, String group, End from, End to, boolean thin) {
    /**
     * One end of a line.
     *
     * @param box the id of the box
     * @param row the index of the row it touches, or {@link #TITLE}
     */
    public record End(String box, int row, Ending ending) {
        /** Stands for the title of the box instead of one of its rows. */
        public static final int TITLE = -1;
    }

    /** What is drawn where a line ends; the first three say how many at this end may belong to one at the other. */
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

    /** Both ends are at the same box. */
    public boolean isLoop() {
        return from.box().equals(to.box());
    }
}
