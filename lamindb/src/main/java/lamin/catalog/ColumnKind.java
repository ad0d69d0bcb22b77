package lamin.catalog;

import java.util.Locale;

/** The kind of the values of a column, whatever the database calls its type. */
public enum ColumnKind {
    BOOLEAN("true or false"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    TEXT("a text"),
    DATE("a date such as 2026-01-31"),
    /** A point in time. */
    TIME("a time such as 2026-01-31 or 2026-01-31T23:59:59Z"),
    /** A date and a time of day, without a zone. */
    LOCAL_TIME("a time such as 2026-01-31 or 2026-01-31T23:59:59"),
    JSON("a text"),
    BYTES("bytes"),
    /** Written as text. */
    OTHER("a text");

    private final String description;

    ColumnKind(String description) {
        this.description = description;
    }

    /** What a value is expected to be. */
    public String description() {
        return description;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }

    /** By the name of the type in SQLite's schema or in PostgreSQL's {@code format_type}. */
    static ColumnKind of(String type) {
        var name = type.toLowerCase(Locale.ROOT).replaceFirst("\\s*\\(.*?\\)", "");
        return switch (name) {
            case "bool", "boolean" -> BOOLEAN;
            case "smallint", "integer", "bigint", "int", "int2", "int4", "int8", "tinyint", "mediumint" -> INTEGER;
            case "real", "float", "double", "double precision", "numeric", "decimal", "float4", "float8" -> NUMBER;
            case "text", "varchar", "character varying", "char", "character", "clob", "nvarchar" -> TEXT;
            case "date" -> DATE;
            case "datetime", "timestamptz", "timestamp with time zone" -> TIME;
            case "timestamp", "timestamp without time zone" -> LOCAL_TIME;
            case "json", "jsonb" -> JSON;
            case "blob", "bytea" -> BYTES;
            // types are an open set
            default -> OTHER;
        };
    }
}
