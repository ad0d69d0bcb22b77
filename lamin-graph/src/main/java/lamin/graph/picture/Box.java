package lamin.graph.picture;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A node of a picture.
 *
 * @param id unique in the picture
 * @param group the id of its group
 * @param subtitle small text below the title; empty for none
 * @param stub whether it represents a table outside the picture and shows only the rows at which edges end
 * @param note text below the rows; empty for none
 */
public record Box(String id, String group, String title, String subtitle, boolean stub, List<Row> rows, String note) {
    public Box {
        rows = List.copyOf(rows);
    }

    /** The index of the row with this name. */
    public OptionalInt row(String name) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).name().equals(name))
                .findFirst();
    }
}
