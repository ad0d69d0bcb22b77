package lamin.schema.model;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, in a named database schema or in the default one ({@code schema} is null). SQLite has no schemas
 * and uses the {@link #flat()} name.
 */
public record TableName(@Nullable String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER = Comparator.comparing(
                    (TableName table) -> Objects.requireNonNullElse(table.schema(), ""))
            .thenComparing(TableName::name);

    public TableName {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a table name is empty");
        }
    }

    public static TableName of(String name) {
        return new TableName(null, name);
    }

    public static TableName of(@Nullable String schema, String name) {
        return new TableName(schema, name);
    }

    /** Parses {@code table} or {@code schema.table}, the form of {@link #toString}. */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? of(text) : of(text.substring(0, dot), text.substring(dot + 1));
    }

    /** The name without schemas, as used on SQLite: {@code core_notebook} for {@code core.notebook}. */
    public String flat() {
        return schema == null ? name : schema + "_" + name;
    }

    public TableName renamed(String newName) {
        return new TableName(schema, newName);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
