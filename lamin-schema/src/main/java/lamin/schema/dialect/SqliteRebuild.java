package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Table;
import lamin.schema.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table anew where ALTER TABLE cannot change it: a second table, the rows copied, the first dropped, the second
 * renamed. Triggers, views, undeclared columns and indexes, the AUTOINCREMENT high-water mark and declared types are
 * kept; counts, converted values and foreign keys are compared before the transaction goes on. Foreign keys must be off:
 * otherwise dropping the table deletes the rows that point to it. Source: the procedure in SQLite's documentation of
 * ALTER TABLE.
 */
public final class SqliteRebuild {
    private final Connection connection;
    private final TableRebuild rebuild;
    private final String name;
    private final String aside;

    public SqliteRebuild(Connection connection, TableRebuild rebuild) {
        this.connection = connection;
        this.rebuild = rebuild;
        this.name = rebuild.after().name().flat();
        this.aside = "lamin_new_" + name;
    }

    /** Works in the caller's transaction. */
    public void run() throws SQLException {
        var live = LiveTable.read(connection, rebuild.after().name());
        var table = live.keepUndeclared(rebuild.before(), rebuild.after());
        var dependents = Dependents.of(connection, name);
        dependents.refuseMentionOf(droppedColumns(), name);
        var violations = violations();
        long rows = count(name);
        var highWater = highWater();

        dependents.drop();
        execute(SqliteSql.createTable(table, aside, live.typesToKeep(rebuild.before(), rebuild.after())));
        copy(sources(table));
        verifyRows(rows);
        verifyConversions();
        execute("DROP TABLE " + quote(name));
        execute("ALTER TABLE " + quote(aside) + " RENAME TO " + quote(name));
        if (highWater.isPresent()) {
            restore(highWater.get());
        }
        for (var statement : SqliteSql.createIndexes(table)) {
            execute(statement);
        }
        dependents.restore();
        refuseNewViolations(violations);
    }

    private Set<String> droppedColumns() {
        return rebuild.before().columns().stream()
                .map(Column::name)
                .filter(column -> rebuild.after().column(column).isEmpty())
                .collect(Collectors.toSet());
    }

    /** By column that is written, SQL over the old row; generated columns are left out. */
    private Map<String, String> sources(Table table) {
        var sources = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            boolean isUndeclared = rebuild.after().column(column.name()).isEmpty();
            var source = isUndeclared ? quote(column.name()) : rebuild.sources().get(column.name());
            if (source != null && column.generatedAs() == null) {
                sources.put(column.name(), source);
            }
        }
        return sources;
    }

    private void copy(Map<String, String> sources) throws SQLException {
        var columns = ColumnLists.columns(List.copyOf(sources.keySet()));
        execute("INSERT INTO " + quote(aside) + " (" + columns + ") SELECT " + String.join(", ", sources.values())
                + " FROM " + quote(name));
    }

    private void verifyRows(long expected) throws SQLException {
        long copied = count(aside);
        if (copied != expected) {
            throw new LaminException(
                    ErrorCode.FAILURE, "table " + name + " has " + expected + " rows, its copy has " + copied);
        }
    }

    /** SQLite stores what does not fit a column's type all the same, so the stored classes are looked at. */
    private void verifyConversions() throws SQLException {
        for (var column : rebuild.converted().stream().sorted().toList()) {
            var type = rebuild.after().column(column).orElseThrow().type();
            var misfit = misfit(quote(column), type);
            var sql = "SELECT count(*), min(" + quote(column) + ") FROM " + quote(aside) + " WHERE " + quote(column)
                    + " IS NOT NULL AND " + misfit;
            var found = query(sql, row -> new Misfits(row.getLong(1), row.getString(2)))
                    .getFirst();
            if (found.rows() > 0) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        found.rows() + " rows of " + name + "." + column + " hold values that are no "
                                + type.display() + ", for example '" + found.example() + "'"
                                + "\nnothing was changed; mend the values, or say how to convert them:"
                                + " op.alterColumn(...).using(\"SQL\")");
            }
        }
    }

    private record Misfits(long rows, @Nullable String example) {}

    /** A condition that holds for values which the type cannot have. */
    private static String misfit(String column, ColumnType type) {
        return switch (type) {
            case ColumnType.Bool ignored -> column + " NOT IN (0, 1)";
            case ColumnType.Int16 ignored -> outside(column, Short.MIN_VALUE, Short.MAX_VALUE);
            case ColumnType.Int32 ignored -> outside(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case ColumnType.Int64 ignored -> "typeof(" + column + ") <> 'integer'";
            case ColumnType.Decimal ignored -> "typeof(" + column + ") NOT IN ('integer', 'real')";
            case ColumnType.Float32 ignored -> "typeof(" + column + ") <> 'real'";
            case ColumnType.Float64 ignored -> "typeof(" + column + ") <> 'real'";
            case ColumnType.VarChar(var length) ->
                "(typeof(" + column + ") <> 'text' OR length(" + column + ") > " + length + ")";
            case ColumnType.Bytes ignored -> "typeof(" + column + ") <> 'blob'";
            case ColumnType.Date ignored -> "date(" + column + ") IS NULL";
            case ColumnType.Time ignored -> "time(" + column + ") IS NULL";
            case ColumnType.Timestamp ignored -> "datetime(" + column + ") IS NULL";
            case ColumnType.TimestampTz ignored -> "datetime(" + column + ") IS NULL";
            case ColumnType.Text ignored -> "typeof(" + column + ") <> 'text'";
            case ColumnType.Uuid ignored -> "typeof(" + column + ") <> 'text'";
            case ColumnType.Json ignored -> "typeof(" + column + ") <> 'text'";
            case ColumnType.Other ignored -> "0";
        };
    }

    private static String outside(String column, long least, long most) {
        return "(typeof(" + column + ") <> 'integer' OR " + column + " NOT BETWEEN " + least + " AND " + most + ")";
    }

    /** The largest id that AUTOINCREMENT ever gave; empty for tables without it. */
    private Optional<Long> highWater() throws SQLException {
        boolean isKept = count("sqlite_schema", " WHERE name = 'sqlite_sequence'") > 0;
        var sql = "SELECT seq FROM sqlite_sequence WHERE name = " + literal(name);
        return isKept ? query(sql, row -> row.getLong(1)).stream().findFirst() : Optional.empty();
    }

    private void restore(long highWater) throws SQLException {
        execute("DELETE FROM sqlite_sequence WHERE name = " + literal(name));
        execute("INSERT INTO sqlite_sequence (name, seq) VALUES (" + literal(name) + ", " + highWater + ")");
    }

    /** The rows of the table and of those pointing to it whose foreign keys lead nowhere. */
    private Set<String> violations() throws SQLException {
        var tables = new HashSet<>(query(
                "SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k"
                        + " WHERE m.type = 'table' AND k.\"table\" = " + literal(name) + " COLLATE NOCASE",
                row -> row.getString(1)));
        tables.add(name);
        var violations = new HashSet<String>();
        for (var table : tables) {
            violations.addAll(query(
                    "PRAGMA foreign_key_check(" + quote(table) + ")",
                    row -> row.getString(1) + " row " + row.getString(2) + " points to nothing in "
                            + row.getString(3)));
        }
        return violations;
    }

    private void refuseNewViolations(Set<String> before) throws SQLException {
        var added = violations();
        added.removeAll(before);
        if (!added.isEmpty()) {
            var first = added.stream().sorted().findFirst().orElseThrow();
            throw new LaminException(
                    ErrorCode.REFUSED,
                    added.size() + " rows would break a foreign key after the change of " + name + ", the first: "
                            + first);
        }
    }

    private long count(String table) throws SQLException {
        return count(table, "");
    }

    private long count(String table, String condition) throws SQLException {
        var sql = "SELECT count(*) FROM " + quote(table) + condition;
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    private void execute(String sql) throws SQLException {
        Jdbc.execute(connection, sql);
    }

    private <T> List<T> query(String sql, Jdbc.RowReader<T> reader) throws SQLException {
        return Jdbc.query(connection, sql, reader);
    }
}
