package lamin.schema.internal.foreign;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.foreign.ForeignHistory.Entry;
import lamin.schema.internal.foreign.ForeignHistory.Lock;
import lamin.schema.internal.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/** Reads the histories of one tool. */
record HistoryReader(Connection connection, MigrationTool tool) {
    /** Rows of Flyway that are no migrations: the creation of a schema, a removed or an undone migration. */
    private static final Set<String> FLYWAY_MARKERS =
            Set.of("SCHEMA", "DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT");

    /** A row of a history; rows with the same key are runs of one migration. */
    private record Run(String key, Entry entry, boolean succeeded) {}

    List<ForeignHistory> histories() throws SQLException {
        var histories = new ArrayList<ForeignHistory>();
        for (var table : tables(tool.historyColumns())) {
            histories.add(history(table, runs(table), lock()));
        }
        return histories;
    }

    private List<String> tables(List<String> columns) throws SQLException {
        return columns.isEmpty()
                ? List.of()
                : DatabaseSystem.of(connection).introspection().tablesWith(connection, columns);
    }

    private ForeignHistory history(String table, List<Run> runs, @Nullable Lock lock) {
        var latest = new LinkedHashMap<String, Run>();
        for (var run : runs) {
            latest.remove(run.key());
            latest.put(run.key(), run);
        }
        var applied = runs.stream().filter(Run::succeeded).toList();
        return new ForeignHistory(
                tool,
                table,
                (int) applied.stream().map(Run::key).distinct().count(),
                applied.isEmpty() ? null : applied.getLast().entry(),
                latest.values().stream()
                        .filter(run -> !run.succeeded())
                        .map(Run::entry)
                        .toList(),
                lock);
    }

    private List<Run> runs(String table) throws SQLException {
        return switch (tool) {
            case FLYWAY ->
                Jdbc.query(
                                connection,
                                "SELECT version, description, script, type, installed_on, success FROM " + quote(table)
                                        + " ORDER BY installed_rank",
                                HistoryReader::flyway)
                        .stream()
                        .flatMap(run -> run)
                        .toList();
            case LIQUIBASE ->
                Jdbc.query(
                        connection,
                        "SELECT id, author, filename, dateexecuted FROM " + quote(table)
                                + " ORDER BY dateexecuted, orderexecuted",
                        HistoryReader::liquibase);
        };
    }

    private static Stream<Run> flyway(ResultSet row) throws SQLException {
        if (FLYWAY_MARKERS.contains(row.getString("type"))) {
            return Stream.of();
        }
        var script = row.getString("script");
        var version = Objects.requireNonNullElse(row.getString("version"), script);
        var entry = new Entry(version, row.getString("description"), row.getString("installed_on"));
        return Stream.of(new Run(version + " " + script, entry, row.getBoolean("success")));
    }

    /** Liquibase records no change set that failed. */
    private static Run liquibase(ResultSet row) throws SQLException {
        var entry = new Entry(row.getString("id"), row.getString("author"), row.getString("dateexecuted"));
        return new Run(entry + " " + row.getString("filename"), entry, true);
    }

    private @Nullable Lock lock() throws SQLException {
        for (var table : tables(tool.lockColumns())) {
            var held = Jdbc.query(
                            connection,
                            "SELECT locked, lockedby, lockgranted FROM " + quote(table),
                            row -> row.getBoolean("locked")
                                    ? Stream.of(new Lock(
                                            table,
                                            orUnknown(row.getString("lockedby")),
                                            orUnknown(row.getString("lockgranted"))))
                                    : Stream.<Lock>of())
                    .stream()
                    .flatMap(locks -> locks)
                    .findFirst();
            if (held.isPresent()) {
                return held.get();
            }
        }
        return null;
    }

    private static String orUnknown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "unknown");
    }
}
