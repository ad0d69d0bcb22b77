package lamin.schema.operation;

import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Names;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;

/** The options of a new column; by default it is nullable and has no default. */
public abstract class ColumnOptions<S extends ColumnOptions<S>> {
    abstract S self();

    private Column column;

    ColumnOptions(String name, ColumnType type) {
        column = Column.of(name, type);
    }

    Column column() {
        return column;
    }

    /** The property of the column, if the column's name does not imply it. */
    public S property(String property) {
        return set(column.withProperty(Names.snakeCase(property)));
    }

    public S notNull() {
        return set(column.withNullable(false));
    }

    /** Numbered by the database; never null. */
    public S identity() {
        return set(column.withNullable(false).withIdentity(true));
    }

    public S defaultValue(String text) {
        return set(column.withDefault(DefaultValue.of(text)));
    }

    public S defaultValue(long number) {
        return set(column.withDefault(DefaultValue.of(number)));
    }

    public S defaultValue(boolean value) {
        return set(column.withDefault(DefaultValue.of(value)));
    }

    public S defaultNow() {
        return set(column.withDefault(new DefaultValue.Now()));
    }

    /** An SQL expression that works on all databases. */
    public S defaultSql(String sql) {
        return set(column.withDefault(DefaultValue.parse(sql)));
    }

    /** An SQL expression by database: {@code defaultSql(sql().sqlite("...").postgresql("..."))}. */
    public S defaultSql(DatabaseSql sql) {
        return set(column.withDefault(DefaultValue.of(sql)));
    }

    /** Computed from other columns and stored. */
    public S generatedAs(String expression) {
        return set(column.withGeneratedAs(SqlExpression.of(expression)));
    }

    public S collation(String collation) {
        return set(column.withCollation(collation));
    }

    public S comment(String comment) {
        return set(column.withComment(comment));
    }

    private S set(Column changed) {
        column = changed;
        return self();
    }
}
