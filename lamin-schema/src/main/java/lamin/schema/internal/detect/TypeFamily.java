package lamin.schema.internal.detect;

import lamin.schema.model.ColumnType;

/** Types whose values can be converted into one another. */
enum TypeFamily {
    NUMBER,
    TEXT,
    DAY_OR_INSTANT,
    TIME_OF_DAY,
    BOOL,
    BYTES,
    UUID,
    JSON,
    OTHER;

    static TypeFamily of(ColumnType type) {
        return switch (type) {
            case ColumnType.Int16 ignored -> NUMBER;
            case ColumnType.Int32 ignored -> NUMBER;
            case ColumnType.Int64 ignored -> NUMBER;
            case ColumnType.Decimal ignored -> NUMBER;
            case ColumnType.Float32 ignored -> NUMBER;
            case ColumnType.Float64 ignored -> NUMBER;
            case ColumnType.VarChar ignored -> TEXT;
            case ColumnType.Text ignored -> TEXT;
            case ColumnType.Date ignored -> DAY_OR_INSTANT;
            case ColumnType.Timestamp ignored -> DAY_OR_INSTANT;
            case ColumnType.TimestampTz ignored -> DAY_OR_INSTANT;
            case ColumnType.Time ignored -> TIME_OF_DAY;
            case ColumnType.Bool ignored -> BOOL;
            case ColumnType.Bytes ignored -> BYTES;
            case ColumnType.Uuid ignored -> UUID;
            case ColumnType.Json ignored -> JSON;
            case ColumnType.Other ignored -> OTHER;
        };
    }
}
