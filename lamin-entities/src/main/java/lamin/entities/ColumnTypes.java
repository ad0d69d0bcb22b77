package lamin.entities;

import static lamin.schema.model.ColumnTypes.sqlType;

import java.util.Objects;
import java.util.Optional;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.ColumnType;
import lamin.schema.sql.DatabaseSql;
import org.hibernate.Length;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.SerializableJavaType;

/** Logical types from Hibernate's type codes. */
final class ColumnTypes {
    /** The precision of a 32-bit float in bits; more needs 64. */
    private static final int FLOAT_PRECISION = 24;

    private ColumnTypes() {}

    /** The type; empty if there is no counterpart. */
    static Optional<ColumnType> of(Column column, Metadata metadata) {
        var size = RunningHibernate.size(column, metadata);
        return Optional.ofNullable(
                switch (RunningHibernate.typeCode(column, metadata)) {
                    case SqlTypes.BOOLEAN, SqlTypes.BIT -> new ColumnType.Bool();
                    case SqlTypes.TINYINT, SqlTypes.SMALLINT -> new ColumnType.Int16();
                    case SqlTypes.INTEGER -> new ColumnType.Int32();
                    case SqlTypes.BIGINT -> new ColumnType.Int64();
                    case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> decimal(size);
                    case SqlTypes.REAL -> new ColumnType.Float32();
                    case SqlTypes.DOUBLE -> new ColumnType.Float64();
                    case SqlTypes.FLOAT ->
                        Objects.requireNonNullElse(size.getPrecision(), FLOAT_PRECISION + 1) > FLOAT_PRECISION
                                ? new ColumnType.Float64()
                                : new ColumnType.Float32();
                    case SqlTypes.CHAR, SqlTypes.NCHAR -> sqlType("char(" + length(size) + ")");
                    case SqlTypes.VARCHAR, SqlTypes.NVARCHAR -> string(size);
                    case SqlTypes.LONGVARCHAR, SqlTypes.LONG32VARCHAR -> new ColumnType.Text();
                    case SqlTypes.BINARY, SqlTypes.VARBINARY, SqlTypes.LONGVARBINARY, SqlTypes.LONG32VARBINARY ->
                        isBytes(column) ? new ColumnType.Bytes() : null;
                    case SqlTypes.DATE -> new ColumnType.Date();
                    case SqlTypes.TIME, SqlTypes.TIME_UTC -> new ColumnType.Time();
                    case SqlTypes.TIME_WITH_TIMEZONE ->
                        sqlType(DatabaseSql.sql()
                                .postgresql("time with time zone")
                                .sqlite("time"));
                    case SqlTypes.SQLXML ->
                        sqlType(DatabaseSql.sql().postgresql("xml").sqlite("text"));
                    case SqlTypes.TIMESTAMP -> new ColumnType.Timestamp();
                    case SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE -> new ColumnType.TimestampTz();
                    case SqlTypes.UUID -> new ColumnType.Uuid();
                    case SqlTypes.JSON, SqlTypes.JSON_ARRAY -> new ColumnType.Json();
                    case SqlTypes.ARRAY, SqlTypes.INET, SqlTypes.VECTOR ->
                        sqlType(DatabaseSql.sql()
                                .postgresql(column.getSqlType(metadata))
                                .sqlite("blob"));
                    default -> null;
                });
    }

    private static ColumnType decimal(Size size) {
        return new ColumnType.Decimal(
                Objects.requireNonNullElse(size.getPrecision(), 38), Objects.requireNonNullElse(size.getScale(), 2));
    }

    private static long length(Size size) {
        return Objects.requireNonNullElse(size.getLength(), (long) Length.DEFAULT);
    }

    /** The type of a {@code columnDefinition} that all databases understand; empty for any other. */
    static Optional<ColumnType> defined(String sql) {
        var type = DatabaseSystem.of(DatabaseSql.POSTGRESQL).logicalRules().type(sql);
        if (!(type instanceof ColumnType.Other(var other))) {
            return Optional.of(type);
        }
        return other.toString().matches("character\\(\\d+\\)") ? Optional.of(sqlType(sql)) : Optional.empty();
    }

    /** A length of {@code Length.LONG} or more means unlimited. */
    private static ColumnType string(Size size) {
        long length = length(size);
        return length < Length.LONG ? new ColumnType.VarChar((int) length) : new ColumnType.Text();
    }

    /** Hibernate stores any serializable object as bytes, but such a column is more likely a mistake. */
    private static boolean isBytes(Column column) {
        return !(column.getValue() instanceof BasicValue value)
                || value.resolve().getValueConverter() != null
                || !(value.resolve().getDomainJavaType() instanceof SerializableJavaType);
    }
}
