package lamin.graph.picture;

/**
 * Boxes drawn in one colour and side by side.
 *
 * @param title its heading
 * @param note a line below the heading
 * @param colour counted from 0, with colours repeating after the last one; {@link #GREY} for a group set apart on the
 *     right
 */
public record Group(String id, String title, String note, int colour) {
    /** The colour of the group that comes last. */
    public static final int GREY = -1;

    public boolean isGrey() {
        return colour == GREY;
    }
}
