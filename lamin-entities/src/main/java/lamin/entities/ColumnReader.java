package lamin.entities;

import static lamin.schema.model.ColumnTypes.sqlType;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.schema.DatabaseType;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Names;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one table. */
final class ColumnReader {
    private final MappedTable table;
    private final Metadata metadata;
    private final Problems problems;

    ColumnReader(MappedTable table, Metadata metadata, Problems problems) {
        this.table = table;
        this.metadata = metadata;
        this.problems = problems;
    }

    Column read(MappedColumn mapped) {
        var column = mapped.column();
        var generatedAs = column.getGeneratedAs();
        return new Column(
                column.getName(),
                mapped.property(),
                type(mapped),
                column.isNullable(),
                isIdentity(mapped),
                defaultValue(mapped),
                generatedAs == null ? null : SqlExpression.of(generatedAs),
                column.getCollation(),
                column.getComment());
    }

    private @Nullable DefaultValue defaultValue(MappedColumn mapped) {
        var sql = mapped.column().getDefaultValue();
        if (sql != null && sql.isBlank()) {
            refuse(mapped, "@ColumnDefault is empty; write its SQL, which is @ColumnDefault(\"''\") for an empty text");
            return null;
        }
        return sql == null ? null : DefaultValue.parse(sql);
    }

    private ColumnType type(MappedColumn mapped) {
        var column = mapped.column();
        var attribute = mapped.attribute();
        var given = attribute == null ? null : attribute.annotation(DatabaseType.class);
        if (given != null) {
            return sqlType(DatabaseSql.sql().postgresql(given.postgresql()).sqlite(given.sqlite()));
        }
        if (column.getSqlType() != null) {
            return defined(mapped, column.getSqlType());
        }
        var type = ColumnTypes.of(column, metadata);
        if (type.isEmpty()) {
            refuse(mapped, insteadOfType(RunningHibernate.typeCode(column, metadata), mapped.attribute()));
        }
        return type.orElseGet(ColumnType.Text::new);
    }

    private ColumnType defined(MappedColumn mapped, String definition) {
        var type = ColumnTypes.defined(definition);
        if (type.isEmpty()) {
            refuse(
                    mapped,
                    "columnDefinition = \"" + definition + "\" is the SQL of one database; write"
                            + " @DatabaseType(postgresql = \"" + definition
                            + "\", sqlite = \"text\") with a type for each;"
                            + " NOT NULL goes into @Column(nullable = false), a default into @ColumnDefault, a check into"
                            + " @Column(check = ...)");
        }
        return type.orElseGet(ColumnType.Text::new);
    }

    private static String insteadOfType(int code, @Nullable Attribute attribute) {
        return switch (code) {
            case SqlTypes.CLOB, SqlTypes.NCLOB ->
                "@Lob text is a large object apart from its row on PostgreSQL; write @Column(length = Length.LONG32)";
            case SqlTypes.BLOB ->
                "@Lob bytes are a large object apart from their row on PostgreSQL; write byte[] without @Lob";
            case SqlTypes.NAMED_ENUM, SqlTypes.ENUM, SqlTypes.ORDINAL_ENUM, SqlTypes.NAMED_ORDINAL_ENUM ->
                "an enum type is of one database; write @Enumerated(EnumType.STRING)";
            case SqlTypes.STRUCT -> "a composite type is of one database; write @JdbcTypeCode(SqlTypes.JSON)";
            default ->
                "there is no column type for "
                        + (attribute == null
                                ? "its Java type"
                                : attribute.genericType().getTypeName())
                        + "; write @JdbcTypeCode(SqlTypes.JSON), @Convert(converter = ...) to a type that has one, or"
                        + " @DatabaseType(postgresql = ..., sqlite = ...)";
        };
    }

    private boolean isIdentity(MappedColumn mapped) {
        var attribute = mapped.attribute();
        var generated = attribute == null ? null : attribute.annotation(GeneratedValue.class);
        if (attribute == null || generated == null || attribute.hasMeta(IdGeneratorType.class)) {
            return false;
        }
        if (generated.strategy() == GenerationType.TABLE) {
            refuse(
                    mapped,
                    "keys from a table with a row for each entity are not supported; write"
                            + " @GeneratedValue(strategy = GenerationType.SEQUENCE)");
        }
        return generated.strategy() == GenerationType.IDENTITY;
    }

    /** The check of an enum column stored by name; ordinals and converted values have none. */
    Optional<CheckConstraint> enumCheck(MappedColumn mapped) {
        if (!(mapped.column().getValue() instanceof BasicValue value)
                || !(ColumnTypes.of(mapped.column(), metadata).orElse(null) instanceof ColumnType.VarChar)) {
            return Optional.empty();
        }
        var resolution = value.resolve();
        if (!resolution.getDomainJavaType().getJavaTypeClass().isEnum() || resolution.getValueConverter() != null) {
            return Optional.empty();
        }
        var constants = resolution.getDomainJavaType().getJavaTypeClass().getEnumConstants();
        var names = Arrays.stream(constants)
                .map(constant -> SqlTokens.literal(((Enum<?>) constant).name()))
                .collect(Collectors.joining(", ", "(", ")"));
        var column = mapped.column().getName();
        return Optional.of(new CheckConstraint(Names.ofEnumCheck(table.name(), column), column + " in " + names));
    }

    private void refuse(MappedColumn mapped, String problem) {
        var attribute = mapped.attribute();
        problems.add(attribute == null ? table.source() + "." + mapped.path() : attribute.toString(), problem);
    }
}
