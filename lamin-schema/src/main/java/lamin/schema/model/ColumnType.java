package lamin.schema.model;

import java.util.TreeMap;
import lamin.schema.sql.DatabaseSql;

/**
 * The type of a column, independent of any database. {@code enum} columns are a {@link VarChar} with a check
 * constraint.
 */
public sealed interface ColumnType {
    record Bool() implements ColumnType {}

    record Int16() implements ColumnType {}

    record Int32() implements ColumnType {}

    record Int64() implements ColumnType {}

    /** An exact number of at most {@code precision} digits, {@code scale} of them after the decimal point. */
    record Decimal(int precision, int scale) implements ColumnType {}

    record Float32() implements ColumnType {}

    record Float64() implements ColumnType {}

    /** Text of at most {@code length} characters. */
    record VarChar(int length) implements ColumnType {}

    record Text() implements ColumnType {}

    record Bytes() implements ColumnType {}

    record Date() implements ColumnType {}

    record Time() implements ColumnType {}

    /** A local date and time, without a zone. */
    record Timestamp() implements ColumnType {}

    /** An instant. */
    record TimestampTz() implements ColumnType {}

    record Uuid() implements ColumnType {}

    record Json() implements ColumnType {}

    /** A type without a counterpart here, in the SQL of each database. */
    record Other(DatabaseSql sql) implements ColumnType {
        /** The same SQL on all databases. */
        public Other(String sql) {
            this(new DatabaseSql(new TreeMap<>(), sql));
        }
    }

    /** The type formatted for display: {@code string(255)}, {@code int64}, {@code timestamptz}. */
    default String display() {
        return switch (this) {
            case Bool ignored -> "bool";
            case Int16 ignored -> "int16";
            case Int32 ignored -> "int32";
            case Int64 ignored -> "int64";
            case Decimal(int precision, int scale) -> "decimal(" + precision + ", " + scale + ")";
            case Float32 ignored -> "float32";
            case Float64 ignored -> "float64";
            case VarChar(int length) -> "string(" + length + ")";
            case Text ignored -> "text";
            case Bytes ignored -> "bytes";
            case Date ignored -> "date";
            case Time ignored -> "time";
            case Timestamp ignored -> "timestamp";
            case TimestampTz ignored -> "timestamptz";
            case Uuid ignored -> "uuid";
            case Json ignored -> "json";
            case Other(var sql) -> sql.toString();
        };
    }
}
