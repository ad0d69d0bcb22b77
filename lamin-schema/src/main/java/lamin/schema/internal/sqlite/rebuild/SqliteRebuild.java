package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.database.ColumnLists;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sqlite.translation.RebuildDeclaration;
import lamin.schema.internal.sqlite.translation.SqliteSql;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/**
 * Rebuilds a table where ALTER TABLE cannot change it: creates a second table, copies the rows, drops the first and
 * renames the second. Triggers, views, undeclared columns and indexes, the AUTOINCREMENT high-water mark and declared
 * types are kept; counts, converted values and foreign keys are compared before the transaction continues. Foreign keys
 * must be off: otherwise dropping the table deletes the rows that reference it. Source: the procedure in SQLite's
 * documentation of ALTER TABLE.
 */
public final class SqliteRebuild {
    private static final String ROW_NUMBER = "rowid";

    private final Connection connection;
    private final TableRebuild rebuild;
    private final String name;
    private final String temporaryName;

    public SqliteRebuild(Connection connection, TableRebuild rebuild) {
        this.connection = connection;
        this.rebuild = rebuild;
        this.name = rebuild.after().name().flat();
        this.temporaryName = RebuildDeclaration.temporaryName(name);
    }

    /** Runs in the caller's transaction. */
    public void run() throws SQLException {
        var live = LiveTable.read(connection, rebuild.after().name());
        live.refuseUnlike(rebuild.before());
        var undeclared = live.undeclared(rebuild.before());
        var dependents = Dependents.of(connection, name);
        live.refuseUndeclaredOn(droppedColumns(), undeclared);
        dependents.refuseMentionOf(droppedColumns(), name);
        for (var column : droppedColumns()) {
            VirtualTables.refuseDrop(connection, name, column);
        }

        var dangling = danglingRows();
        var table = live.merged(rebuild.before(), rebuild.after(), undeclared);
        dependents.drop();
        replace(table, live);
        for (var index : SqliteSql.indexes(rebuild.after())) {
            execute(SqliteSql.createIndex(table.name(), index));
        }
        for (var index : undeclared.indexes()) {
            execute(live.statement(index));
        }
        dependents.restore();
        danglingRows().requireNoMoreThan(dangling, "the change of table " + name);
    }

    private void replace(Table table, LiveTable live) throws SQLException {
        long rows = count(name);
        var highWater = highWater();
        execute(SqliteSql.createTable(table, temporaryName, live.form(rebuild.before(), rebuild.after())));
        copy(table, sources(table), live);
        verifyRows(rows);
        new Conversions(connection, rebuild, temporaryName, live.form().hasRowNumbers()).verify();
        execute("DROP TABLE " + quote(name));
        renameIntoPlace();
        if (highWater.isPresent() && table.columns().stream().anyMatch(Column::identity)) {
            restore(highWater.get());
        }
    }

    /** Uses the legacy rename, which ignores views and triggers: anything wrong with those was wrong before. */
    private void renameIntoPlace() throws SQLException {
        execute("PRAGMA legacy_alter_table = ON");
        try {
            execute("ALTER TABLE " + quote(temporaryName) + " RENAME TO " + quote(name));
        } finally {
            execute("PRAGMA legacy_alter_table = OFF");
        }
    }

    private Set<String> droppedColumns() {
        return rebuild.before().columns().stream()
                .map(Column::name)
                .filter(column -> rebuild.after().column(column).isEmpty())
                .collect(Collectors.toSet());
    }

    /** SQL over the old row by written column, at least one; generated columns are omitted. */
    private Map<String, String> sources(Table table) {
        var sources = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            boolean isUndeclared = rebuild.after().column(column.name()).isEmpty();
            var source = isUndeclared ? quote(column.name()) : rebuild.sources().get(column.name());
            if (source != null && column.generatedAs() == null) {
                sources.put(column.name(), source);
            }
        }
        if (sources.isEmpty()) {
            var first = table.columns().stream()
                    .filter(column -> column.generatedAs() == null)
                    .findFirst()
                    .orElseThrow();
            sources.put(
                    first.name(), first.defaultValue() == null ? "NULL" : SqliteSql.defaultValue(first.defaultValue()));
        }
        return sources;
    }

    private void copy(Table table, Map<String, String> sources, LiveTable live) throws SQLException {
        for (var column : table.columns()) {
            var source = sources.getOrDefault(column.name(), "NULL");
            if (rebuild.mayBringNull(column, source) || live.lacksNumbers(column)) {
                refuseNulls(column, source);
            }
        }
        var number = live.form().hasRowNumbers() && hasHiddenRowNumber(table) ? ROW_NUMBER + ", " : "";
        var columns = ColumnLists.columns(List.copyOf(sources.keySet()));
        try {
            execute("INSERT INTO " + quote(temporaryName) + " (" + number + columns + ") SELECT " + number
                    + String.join(", ", sources.values()) + " FROM " + quote(name));
        } catch (SQLException e) {
            if (Checks.isFailureOf(e)) {
                new Checks(connection, table, sources).refuseMisfits();
            }
            throw e;
        }
    }

    /**
     * A hidden row number is copied, because it may be used elsewhere, for example by a full-text index. If a column is
     * the row number, it is copied with the columns.
     */
    private boolean hasHiddenRowNumber(Table table) throws SQLException {
        return table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase(ROW_NUMBER))
                && (table.primaryKey() == null
                        || count("pragma_index_list(" + literal(temporaryName) + ")", " WHERE origin = 'pk'") > 0);
    }

    private void refuseNulls(Column column, String source) throws SQLException {
        long nulls = count(quote(name), " WHERE (" + source + ") IS NULL");
        if (nulls > 0) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    nulls + " rows of " + name + " have no value for column " + column.name() + ", which is NOT NULL"
                            + "\nnothing was changed",
                    new Advice("give the column a default, or state what to write there: .fill(\"SQL\")"));
        }
    }

    private void verifyRows(long expected) throws SQLException {
        long copied = count(temporaryName);
        if (copied != expected) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "table " + name + " has " + expected + " rows, its copy has " + copied + "\nnothing was changed",
                    new Advice("let the SQL of using and fill give one value for each row"));
        }
    }

    /** The largest id that AUTOINCREMENT ever assigned; empty for tables without it. */
    private Optional<Long> highWater() throws SQLException {
        boolean isKept = count("sqlite_schema", " WHERE name = 'sqlite_sequence'") > 0;
        var sql = "SELECT seq FROM sqlite_sequence WHERE name = " + literal(name);
        return isKept ? query(sql, row -> row.getLong(1)).stream().findFirst() : Optional.empty();
    }

    private void restore(long highWater) throws SQLException {
        execute("DELETE FROM sqlite_sequence WHERE name = " + literal(name));
        execute("INSERT INTO sqlite_sequence (name, seq) VALUES (" + literal(name) + ", " + highWater + ")");
    }

    /** The dangling rows of the table and of those that reference it. */
    private DanglingRows danglingRows() throws SQLException {
        var tables = Dependents.childrenOf(connection, name);
        tables.add(name);
        return DanglingRows.of(connection, tables);
    }

    private long count(String table) throws SQLException {
        return count(quote(table), "");
    }

    private long count(String from, String condition) throws SQLException {
        var sql = "SELECT count(*) FROM " + from + condition;
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    private void execute(String sql) throws SQLException {
        Jdbc.execute(connection, sql);
    }

    private <T> List<T> query(String sql, Jdbc.RowReader<T> reader) throws SQLException {
        return Jdbc.query(connection, sql, reader);
    }
}
