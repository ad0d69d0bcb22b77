package lamin.schema.internal.postgres.introspect;

import java.util.Locale;
import java.util.regex.Pattern;
import lamin.schema.model.ColumnType;

/** Parses types in the form of PostgreSQL's {@code format_type}. */
final class PostgresTypes {
    private static final Pattern SIZED = Pattern.compile("(character varying|numeric)\\((\\d+)(?:,(-?\\d+))?\\)");

    private static final Pattern ARRAY = Pattern.compile("(.+?)(?:\\[\\d*]| array(?:\\[\\d*])?)");

    private PostgresTypes() {}

    /** The type that SQL written by an author means, in the form in which the database returns it. */
    static ColumnType declared(String sql) {
        var type = sql.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([(,]) ?| (?=\\))", "$1");
        var array = ARRAY.matcher(type);
        if (array.matches()) {
            return new ColumnType.Other(standard(array.group(1)) + "[]");
        }
        return read(standard(type));
    }

    private static String standard(String type) {
        int size = type.indexOf('(');
        var name = size < 0 ? type : type.substring(0, size);
        var rest = size < 0 ? "" : type.substring(size);
        return switch (name) {
            case "bool" -> "boolean";
            case "int2" -> "smallint";
            case "int", "int4" -> "integer";
            case "int8" -> "bigint";
            case "float4" -> "real";
            case "float8", "float" -> "double precision";
            case "decimal" -> "numeric" + rest;
            case "varchar" -> "character varying" + rest;
            case "char", "character", "bpchar" -> "character" + (rest.isEmpty() ? "(1)" : rest);
            case "time" -> "time" + rest + " without time zone";
            case "timestamp" -> "timestamp" + rest + " without time zone";
            case "timestamptz" -> "timestamp" + rest + " with time zone";
            case "varbit" -> "bit varying" + rest;
            default -> type;
        };
    }

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
