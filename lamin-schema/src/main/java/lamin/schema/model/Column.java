package lamin.schema.model;

import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param property the column name that the naming convention gives the property, equal to {@code name} unless the
 *     author chose another column name; it distinguishes a renamed column from a new one
 * @param identity whether the database numbers the rows
 * @param generatedAs the expression of a stored generated column
 */
public record Column(
        String name,
        String property,
        ColumnType type,
        boolean nullable,
        boolean identity,
        @Nullable DefaultValue defaultValue,
        @Nullable SqlExpression generatedAs,
        @Nullable String collation,
        @Nullable String comment) {

    /** A nullable column without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, name, type, true, false, null, null, null, null);
    }

    /** A 64-bit key that the database numbers. */
    public static Column identity(String name) {
        return of(name, new ColumnType.Int64()).withNullable(false).withIdentity(true);
    }

    /** The column under another name; its property follows unless it was set explicitly. */
    public Column renamed(String newName) {
        var following = property.equals(name) ? newName : property;
        return new Column(newName, following, type, nullable, identity, defaultValue, generatedAs, collation, comment);
    }

    public Column withProperty(String newProperty) {
        return new Column(name, newProperty, type, nullable, identity, defaultValue, generatedAs, collation, comment);
    }

    public Column withType(ColumnType newType) {
        return new Column(name, property, newType, nullable, identity, defaultValue, generatedAs, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, property, type, newNullable, identity, defaultValue, generatedAs, collation, comment);
    }

    public Column withIdentity(boolean newIdentity) {
        return new Column(name, property, type, nullable, newIdentity, defaultValue, generatedAs, collation, comment);
    }

    public Column withDefault(@Nullable DefaultValue newDefault) {
        return new Column(name, property, type, nullable, identity, newDefault, generatedAs, collation, comment);
    }

    public Column withGeneratedAs(@Nullable SqlExpression expression) {
        return new Column(name, property, type, nullable, identity, defaultValue, expression, collation, comment);
    }

    /** Computed from other columns of the row and stored. */
    public Column generatedAs(String sql) {
        return withGeneratedAs(SqlExpression.of(sql));
    }

    public Column withCollation(@Nullable String newCollation) {
        return new Column(name, property, type, nullable, identity, defaultValue, generatedAs, newCollation, comment);
    }

    public Column withComment(@Nullable String newComment) {
        return new Column(name, property, type, nullable, identity, defaultValue, generatedAs, collation, newComment);
    }
}
