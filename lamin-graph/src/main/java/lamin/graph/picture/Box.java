package lamin.graph.picture;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lamin.schema.model.TableName;

/**
 * A table as it is drawn.
 *
 * @param title the entity's name
 * @param stub it stands for a table of another module and shows only the rows at which edges end
 * @param note what the box says under its rows; empty for nothing
 */
public record Box(TableName table, String module, String title, boolean stub, List<Row> rows, String note) {
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
