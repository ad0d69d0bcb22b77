package lamin.schema.model;

import lamin.schema.sql.DatabaseSql;

/** Column types as written in migrations, for a static import. */
public final class ColumnTypes {
    private ColumnTypes() {}

    public static ColumnType bool() {
        return new ColumnType.Bool();
    }

    public static ColumnType int16() {
        return new ColumnType.Int16();
    }

    public static ColumnType int32() {
        return new ColumnType.Int32();
    }

    public static ColumnType int64() {
        return new ColumnType.Int64();
    }

    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType.Decimal(precision, scale);
    }

    public static ColumnType float32() {
        return new ColumnType.Float32();
    }

    public static ColumnType float64() {
        return new ColumnType.Float64();
    }

    public static ColumnType string(int length) {
        return new ColumnType.VarChar(length);
    }

    public static ColumnType text() {
        return new ColumnType.Text();
    }

    public static ColumnType bytes() {
        return new ColumnType.Bytes();
    }

    public static ColumnType date() {
        return new ColumnType.Date();
    }

    public static ColumnType time() {
        return new ColumnType.Time();
    }

    public static ColumnType timestamp() {
        return new ColumnType.Timestamp();
    }

    public static ColumnType timestamptz() {
        return new ColumnType.TimestampTz();
    }

    public static ColumnType uuid() {
        return new ColumnType.Uuid();
    }

    public static ColumnType json() {
        return new ColumnType.Json();
    }

    /** A type in the SQL of all databases, such as {@code char(1)}. */
    public static ColumnType sqlType(String sql) {
        return sqlType(DatabaseSql.of(sql));
    }

    /** A type in the SQL of each database: {@code sqlType(sql().postgresql("citext").sqlite("text"))}. */
    public static ColumnType sqlType(DatabaseSql sql) {
        if (sql.texts().findAny().isEmpty() || "".equals(sql.others())) {
            throw new IllegalArgumentException(
                    "a column needs a type on every database: write .elsewhere(...) instead of .nothingElsewhere()");
        }
        return new ColumnType.Other(sql);
    }
}
