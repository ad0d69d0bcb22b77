package lamin.schema.internal.sqlite.introspect;

import java.util.Locale;
import java.util.regex.Pattern;
import lamin.schema.model.ColumnType;

/** The meaning of declared types: those written by this project and Django, and other common ones. */
final class SqliteTypes {
    private static final Pattern DECLARED =
            Pattern.compile("([^(]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(-?\\d{1,9})\\s*)?\\))?");

    private SqliteTypes() {}

    static ColumnType read(String declared) {
        var parts = DECLARED.matcher(declared.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return new ColumnType.Other(declared);
        }
        var name = parts.group(1).replaceAll("\\s+", " ");
        if (parts.group(2) == null) {
            return plain(name, declared);
        }
        int size = Integer.parseInt(parts.group(2));
        return parts.group(3) == null
                ? sized(name, size, declared)
                : scaled(name, size, Integer.parseInt(parts.group(3)), declared);
    }

    private static ColumnType plain(String name, String declared) {
        return switch (name) {
            case "bool", "boolean" -> new ColumnType.Bool();
            case "smallint", "int2", "tinyint", "smallint unsigned" -> new ColumnType.Int16();
            case "integer", "int", "int4", "mediumint", "integer unsigned", "int unsigned" -> new ColumnType.Int32();
            case "bigint", "int8", "bigint unsigned", "unsigned big int" -> new ColumnType.Int64();
            case "float", "float4" -> new ColumnType.Float32();
            case "real", "double", "double precision", "float8" -> new ColumnType.Float64();
            case "text", "clob", "varchar", "character varying" -> new ColumnType.Text();
            case "blob", "bytea", "binary", "varbinary" -> new ColumnType.Bytes();
            case "date" -> new ColumnType.Date();
            case "time" -> new ColumnType.Time();
            case "timestamp", "timestamp without time zone" -> new ColumnType.Timestamp();
            case "datetime", "timestamptz", "timestamp with time zone" -> new ColumnType.TimestampTz();
            case "uuid" -> new ColumnType.Uuid();
            case "json", "jsonb" -> new ColumnType.Json();
            default -> new ColumnType.Other(declared);
        };
    }

    private static ColumnType sized(String name, int size, String declared) {
        return switch (name) {
            case "char", "character" -> size == 36 ? new ColumnType.Uuid() : new ColumnType.VarChar(size);
            case "varchar", "character varying", "nvarchar", "varying character", "nchar" ->
                new ColumnType.VarChar(size);
            case "decimal", "numeric", "number" -> new ColumnType.Decimal(size, 0);
            default -> new ColumnType.Other(declared);
        };
    }

    private static ColumnType scaled(String name, int precision, int scale, String declared) {
        return switch (name) {
            case "decimal", "numeric", "number" -> new ColumnType.Decimal(precision, scale);
            default -> new ColumnType.Other(declared);
        };
    }
}
