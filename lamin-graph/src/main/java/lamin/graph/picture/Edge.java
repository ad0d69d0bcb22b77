package lamin.graph.picture;

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
        ONE,
        ZERO_OR_ONE,
        MANY,
        ARROW,
        PLAIN
    }

    /** Both ends are at the same box. */
    public boolean isLoop() {
        return from.box().equals(to.box());
    }
}
