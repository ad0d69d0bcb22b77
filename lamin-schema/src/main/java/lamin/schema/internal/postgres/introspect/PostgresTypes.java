package lamin.schema.internal.postgres.introspect;

import java.util.regex.Pattern;
import lamin.schema.model.ColumnType;

/** Parses types in the form of PostgreSQL's {@code format_type}. */
final class PostgresTypes {
    private static final Pattern SIZED = Pattern.compile("(character varying|numeric)\\((\\d+)(?:,(-?\\d+))?\\)");

    private PostgresTypes() {}

    static ColumnType read(String type) {
        return switch (type) {
            case "boolean" -> new ColumnType.Bool();
            case "smallint" -> new ColumnType.Int16();
            case "integer" -> new ColumnType.Int32();
            case "bigint" -> new ColumnType.Int64();
            case "real" -> new ColumnType.Float32();
            case "double precision" -> new ColumnType.Float64();
            case "text", "character varying" -> new ColumnType.Text();
            case "bytea" -> new ColumnType.Bytes();
            case "date" -> new ColumnType.Date();
            case "time without time zone", "time(6) without time zone" -> new ColumnType.Time();
            case "timestamp without time zone", "timestamp(6) without time zone" -> new ColumnType.Timestamp();
            case "timestamp with time zone", "timestamp(6) with time zone" -> new ColumnType.TimestampTz();
            case "uuid" -> new ColumnType.Uuid();
            case "json", "jsonb" -> new ColumnType.Json();
            default -> sized(type);
        };
    }

    private static ColumnType sized(String type) {
        var parts = SIZED.matcher(type);
        if (!parts.matches()) {
            return new ColumnType.Other(type);
        }
        int size = Integer.parseInt(parts.group(2));
        if (parts.group(1).equals("character varying")) {
            return new ColumnType.VarChar(size);
        }
        return new ColumnType.Decimal(size, parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
    }
}
