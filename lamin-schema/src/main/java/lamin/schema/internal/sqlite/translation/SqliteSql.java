package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.database.ColumnLists.columns;
import static lamin.schema.internal.database.ColumnLists.keys;
import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.ScriptSql;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/**
 * Statements in SQLite's syntax. Types are declared as by Django, so that Python reads and writes the same values.
 * Unique constraints are unique indexes, which can be created and dropped without a rebuild.
 */
public final class SqliteSql {
    /** The column of a table that stands for a sequence; Hibernate's name for it. */
    public static final String NEXT_VALUE = "next_val";

    static final ScriptSql OF_SCRIPTS = new ScriptSql(DatabaseSql.SQLITE);

    private SqliteSql() {}

    /** The statements that create a table and its indexes. */
    static List<String> createTable(Table table) {
        var statements = new ArrayList<String>();
        statements.add(createTable(table, table.name().flat(), DeclaredForm.OURS));
        indexes(table).forEach(index -> statements.add(createIndex(table.name(), index)));
        return statements;
    }

    /** The statement that creates the table itself. */
    public static String createTable(Table table, String name, DeclaredForm form) {
        boolean inlineKey = hasNumberedKey(table);
        var parts = Stream.of(
                        table.columns().stream().map(column -> column(column, form)),
                        Stream.ofNullable(inlineKey ? null : table.primaryKey()).map(SqliteSql::primaryKey),
                        table.foreignKeys().stream().map(key -> foreignKey(key, form)),
                        table.checks().stream().map(SqliteSql::check))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return ("CREATE TABLE " + quote(name) + " (" + parts + ") " + form.options()).stripTrailing();
    }

    /** Indexes, and unique constraints as the unique indexes that they become. */
    public static List<Index> indexes(Table table) {
        return Stream.concat(
                        table.uniques().stream().map(unique -> index(table.name(), unique)), table.indexes().stream())
                .toList();
    }

    static Index index(TableName table, UniqueConstraint unique) {
        var keys = unique.columns().stream().map(Index.Key::column).toList();
        return new Index(unique.nameIn(table), keys, true, null);
    }

    public static String createIndex(TableName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quote(index.nameIn(table)) + " ON "
                + quote(table.flat()) + " (" + keys(index) + ")"
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    static String column(Column column) {
        return column(column, DeclaredForm.OURS);
    }

    private static String column(Column column, DeclaredForm form) {
        var name = quote(column.name());
        if (column.identity()) {
            return name + " integer NOT NULL PRIMARY KEY" + (form.hasRowNumbers() ? " AUTOINCREMENT" : "");
        }
        var type = form.types().getOrDefault(column.name(), type(column.type()));
        var sql = new StringBuilder(name).append(' ').append(type);
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(column.collation());
        }
        if (column.generatedAs() != null) {
            sql.append(" GENERATED ALWAYS AS (").append(column.generatedAs());
            sql.append(form.computedOnReading().contains(column.name()) ? ") VIRTUAL" : ") STORED");
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultValue()));
        }
        sql.append(column.nullable() ? " NULL" : " NOT NULL");
        if (column.type() instanceof ColumnType.Json) {
            sql.append(" CHECK ((JSON_VALID(%s) OR %s IS NULL))".formatted(name, name));
        }
        return sql.toString();
    }

    /**
     * Whether the single column of the primary key is numbered, so that the key is declared with it; SQLite numbers
     * no other.
     */
    private static boolean hasNumberedKey(Table table) {
        var numbered = table.columns().stream()
                .filter(Column::identity)
                .map(Column::name)
                .toList();
        var key = table.primaryKey();
        if (!numbered.isEmpty() && (key == null || !key.columns().equals(numbered))) {
            throw new MisfitException("column " + table.name() + "." + String.join(", ", numbered)
                    + " is numbered by the database, which SQLite does only for the one column of the primary key");
        }
        return !numbered.isEmpty();
    }

    private static String primaryKey(PrimaryKey key) {
        return named(key.name()) + "PRIMARY KEY (" + columns(key.columns()) + ")";
    }

    private static String foreignKey(ForeignKey key, DeclaredForm form) {
        return named(key.name()) + "FOREIGN KEY (" + columns(key.columns()) + ") REFERENCES "
                + quote(key.target().flat()) + " (" + columns(key.targetColumns()) + ")"
                + form.actions().getOrDefault(DeclaredForm.Key.of(key), "")
                + (key.onDelete() == OnDelete.NO_ACTION
                        ? ""
                        : " ON DELETE " + key.onDelete().sql())
                + (key.deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private static String check(CheckConstraint check) {
        return named(check.name()) + "CHECK (" + check.expression() + ")";
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + quote(name) + " ";
    }

    public static String defaultValue(DefaultValue value) {
        return switch (value) {
            case DefaultValue.Text(var text) -> literal(text);
            case DefaultValue.Numeric(var number) -> number.toPlainString();
            case DefaultValue.Bool(var bool) -> bool ? "1" : "0";
            case DefaultValue.Now ignored -> "(STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW'))";
            case DefaultValue.Sql(var sql) -> "(" + OF_SCRIPTS.expression(sql) + ")";
        };
    }

    static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Bool ignored -> "bool";
            case ColumnType.Int16 ignored -> "smallint";
            case ColumnType.Int32 ignored -> "integer";
            case ColumnType.Int64 ignored -> "bigint";
            case ColumnType.Decimal(var precision, var scale) -> "decimal(" + precision + ", " + scale + ")";
            case ColumnType.Float32 ignored -> "float";
            case ColumnType.Float64 ignored -> "real";
            case ColumnType.VarChar(var length) -> "varchar(" + length + ")";
            case ColumnType.Text ignored -> "text";
            case ColumnType.Bytes ignored -> "blob";
            case ColumnType.Date ignored -> "date";
            case ColumnType.Time ignored -> "time";
            case ColumnType.Timestamp ignored -> "timestamp";
            case ColumnType.TimestampTz ignored -> "datetime";
            case ColumnType.Uuid ignored -> "char(36)";
            case ColumnType.Json ignored -> "text";
            case ColumnType.Other(var sql) -> OF_SCRIPTS.expression(sql);
        };
    }
}
