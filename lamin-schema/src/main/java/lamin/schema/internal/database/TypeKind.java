package lamin.schema.internal.database;

import lamin.schema.model.ColumnType;

/** Groups of types that are treated alike when values are converted. */
public final class TypeKind {
    private TypeKind() {}

    public static boolean isText(ColumnType type) {
        return type instanceof ColumnType.VarChar || type instanceof ColumnType.Text;
    }

    public static boolean isTimestamp(ColumnType type) {
        return type instanceof ColumnType.Timestamp || type instanceof ColumnType.TimestampTz;
    }

    public static boolean isFloat(ColumnType type) {
        return type instanceof ColumnType.Float32 || type instanceof ColumnType.Float64;
    }

    public static boolean isFractional(ColumnType type) {
        return type instanceof ColumnType.Decimal || isFloat(type);
    }

    public static boolean isInteger(ColumnType type) {
        return type instanceof ColumnType.Int16 || type instanceof ColumnType.Int32 || type instanceof ColumnType.Int64;
    }

    public static boolean isNumber(ColumnType type) {
        return isFractional(type) || isInteger(type);
    }
}
