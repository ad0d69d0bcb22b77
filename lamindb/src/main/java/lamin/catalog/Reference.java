package lamin.catalog;

import lamin.schema.model.TableName;

/** A foreign key of one column. */
public record Reference(TableName table, String column, TableName target) {
    /** The column without {@code _id}. */
    public String name() {
        return column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
    }
}
