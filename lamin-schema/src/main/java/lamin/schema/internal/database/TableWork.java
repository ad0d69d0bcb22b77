package lamin.schema.internal.database;

/** The work that a database does on the rows of a table while it holds the lock, the lightest first. */
public enum TableWork {
    NONE("no row is touched"),
    SCAN("every row is read"),
    UPDATE("rows are updated"),
    REWRITE("the table is rewritten"),
    UNKNOWN("its effect on rows is unknown");

    private final String description;

    TableWork(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    public TableWork or(TableWork other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
