package lamin.graph.picture;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A node as it is drawn.
 *
 * @param id unique in the picture
 * @param group the id of its group
 * @param subtitle what is said below the title in small letters; empty for nothing
 * @param stub it stands for something outside the picture and shows only the rows at which edges end
 * @param note what the box says under its rows; empty for nothing
 */
public record Box(String id, String group, String title, String subtitle, boolean stub, List<Row> rows, String note) {
    public Box {
        rows = List.copyOf(rows);
    }

    /** The index of the row of this name. */
    public OptionalInt row(String name) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).name().equals(name))
                .findFirst();
    }
}
