package lamin.schema.dialect;

import lamin.schema.model.ColumnType;

/** How a column's values come over to another type when the migration says no more than the type. */
final class SqliteConversion {
    private SqliteConversion() {}

    /** SQL that gives the new value of what {@code source} gives. */
    static String of(String source, ColumnType from, ColumnType to) {
        return from instanceof ColumnType.Date && isTimestamp(to) ? midnight(source) : source;
    }

    /** What is no date stays as it is, to be refused. */
    private static String midnight(String source) {
        return "CASE WHEN %1$s IS date(%1$s) THEN datetime(%1$s) ELSE %1$s END".formatted(source);
    }

    private static boolean isTimestamp(ColumnType type) {
        return type instanceof ColumnType.Timestamp || type instanceof ColumnType.TimestampTz;
    }
}
