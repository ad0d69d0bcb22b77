package lamin.tablefile;

/**
 * A column of a table.
 *
 * @param name as it is in the file
 * @param isIndex whether it only names the rows: the index of a pandas data frame, which LaminDB does not count among its
 *     columns
 */
public record TableColumn(String name, ColumnType type, boolean isIndex) {
    public TableColumn(String name, ColumnType type) {
        this(name, type, false);
    }
}
