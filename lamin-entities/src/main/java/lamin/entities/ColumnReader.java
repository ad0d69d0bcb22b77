package lamin.entities;

import static lamin.schema.model.ColumnTypes.sqlType;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.util.Arrays;
import java.util.Locale;
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
import org.hibernate.HibernateException;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one table. */
final class ColumnReader {
    private static final String LARGE_OBJECT = "oid";

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

    /** What Hibernate cannot say of one column does not keep it from the others. */
    private ColumnType type(MappedColumn mapped) {
        try {
            return typeOf(mapped);
        } catch (RuntimeException e) {
            refuse(
                    mapped,
                    "Hibernate " + RunningHibernate.version() + " finds no type for its column: "
                            + (e instanceof HibernateException ? e.getMessage() : e)
                            + "; write @DatabaseType(postgresql = ..., sqlite = ...), or add the library that has the type");
            return new ColumnType.Text();
        }
    }

    private ColumnType typeOf(MappedColumn mapped) {
        var column = mapped.column();
        var attribute = mapped.attribute();
        var given = attribute == null ? null : attribute.annotation(DatabaseType.class);
        if (isNumberOfLargeObject(column, given)) {
            refuse(mapped, insteadOfType(mapped, RunningHibernate.typeCode(column, metadata)));
            return new ColumnType.Text();
        }
        if (!RunningHibernate.options(column).isBlank()) {
            refuse(
                    mapped,
                    "options = \"" + RunningHibernate.options(column) + "\" is the SQL of one database; leave it out of"
                            + " @Column, and let the migration run it: op.execute(sql().postgresql(\"alter table"
                            + " ...\").nothingElsewhere())");
        }
        if (given != null) {
            return sqlType(DatabaseSql.sql().postgresql(given.postgresql()).sqlite(given.sqlite()));
        }
        if (column.getSqlType() != null && RunningHibernate.typeCode(column, metadata) != SqlTypes.STRUCT) {
            return defined(mapped, column.getSqlType());
        }
        var type = ColumnTypes.of(column, metadata);
        if (type.isEmpty()) {
            refuse(mapped, insteadOfType(mapped, RunningHibernate.typeCode(column, metadata)));
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

    /**
     * Whether Hibernate writes a large object on PostgreSQL, apart from the row, and its number into the row. A column of another
     * type than {@code oid} would take that number for the value.
     */
    private boolean isNumberOfLargeObject(org.hibernate.mapping.Column column, @Nullable DatabaseType given) {
        return switch (RunningHibernate.typeCode(column, metadata)) {
            case SqlTypes.CLOB, SqlTypes.NCLOB, SqlTypes.BLOB ->
                given == null || !given.postgresql().equalsIgnoreCase(LARGE_OBJECT);
            default -> false;
        };
    }

    private String insteadOfType(MappedColumn mapped, int code) {
        return switch (code) {
            case SqlTypes.CLOB, SqlTypes.NCLOB ->
                "@Lob text is a large object apart from its row on PostgreSQL; write @Column(length = Length.LONG32) on a"
                        + " String instead, or @DatabaseType(postgresql = \"oid\", sqlite = \"text\") to keep large objects";
            case SqlTypes.BLOB ->
                "@Lob bytes are a large object apart from their row on PostgreSQL; write byte[] without @Lob, or"
                        + " @DatabaseType(postgresql = \"oid\", sqlite = \"blob\") to keep large objects";
            case SqlTypes.NAMED_ENUM, SqlTypes.ENUM, SqlTypes.ORDINAL_ENUM, SqlTypes.NAMED_ORDINAL_ENUM ->
                insteadOfEnumType(mapped);
            case SqlTypes.STRUCT -> "a composite type is of one database; write @JdbcTypeCode(SqlTypes.JSON)";
            default ->
                "there is no column type for " + javaType(mapped.attribute())
                        + "; write @JdbcTypeCode(SqlTypes.JSON), @Convert(converter = ...) to a type that has one, or"
                        + " @DatabaseType(postgresql = \"" + typeOfHibernate(mapped) + "\", sqlite = \"blob\")";
        };
    }

    private String insteadOfEnumType(MappedColumn mapped) {
        var given = typeOfHibernate(mapped);
        var name = given.contains("\"") ? given : given.toLowerCase(Locale.ROOT); // as PostgreSQL has it without quotes
        return "an enum type is of one database; write @Enumerated(EnumType.STRING) without @JdbcTypeCode, or"
                + " @DatabaseType(postgresql = \"" + name
                + "\", sqlite = \"text\") and, before the table in the migration,"
                + " op.execute(sql().postgresql(\"create type " + name + " as enum " + constants(mapped)
                + "\").nothingElsewhere())";
    }

    private static String constants(MappedColumn mapped) {
        return mapped.column().getValue() instanceof BasicValue value
                ? constants(value.resolve().getDomainJavaType().getJavaTypeClass())
                : "(...)";
    }

    /** {@code ('RED', 'GREEN')}. */
    private static String constants(Class<?> type) {
        var constants = type.getEnumConstants();
        return constants == null
                ? "(...)"
                : Arrays.stream(constants)
                        .map(constant -> SqlTokens.literal(((Enum<?>) constant).name()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String javaType(@Nullable Attribute attribute) {
        return attribute == null ? "its Java type" : attribute.genericType().getTypeName();
    }

    /** What Hibernate would write on PostgreSQL. */
    private String typeOfHibernate(MappedColumn mapped) {
        return mapped.column().getSqlType(metadata);
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
        if (!(mapped.column().getValue() instanceof BasicValue value) || !isString(mapped)) {
            return Optional.empty();
        }
        var resolution = value.resolve();
        var type = resolution.getDomainJavaType().getJavaTypeClass();
        if (!type.isEnum() || resolution.getValueConverter() != null) {
            return Optional.empty();
        }
        var column = mapped.column().getName();
        return Optional.of(
                new CheckConstraint(Names.ofEnumCheck(table.name(), column), column + " in " + constants(type)));
    }

    private boolean isString(MappedColumn mapped) {
        try {
            return ColumnTypes.of(mapped.column(), metadata).orElse(null) instanceof ColumnType.VarChar;
        } catch (RuntimeException refused) {
            return false; // which type() has reported
        }
    }

    private void refuse(MappedColumn mapped, String problem) {
        var attribute = mapped.attribute();
        problems.add(attribute == null ? table.source() + "." + mapped.path() : attribute.toString(), problem);
    }
}
