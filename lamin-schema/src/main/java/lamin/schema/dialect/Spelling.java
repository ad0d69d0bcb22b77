package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.sql.Jdbc;

/**
 * How a SQLite database has a table where a model has one word, or none, for several.
 *
 * @param types by column, the declared type
 * @param computedOnReading the generated columns that are not stored
 * @param actions by foreign key, what follows its target: {@code ON UPDATE CASCADE}
 * @param options what follows the closing parenthesis of CREATE TABLE
 */
record Spelling(Map<String, String> types, Set<String> computedOnReading, Map<Key, String> actions, String options) {
    /** As we make a table. */
    static final Spelling OURS = new Spelling(Map.of(), Set.of(), Map.of(), "");

    private static final int COMPUTED_ON_READING = 2;

    Spelling {
        var byColumn = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byColumn.putAll(types);
        types = Collections.unmodifiableMap(byColumn);
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(computedOnReading);
        computedOnReading = Collections.unmodifiableSet(names);
        actions = Map.copyOf(actions);
    }

    /** What tells a foreign key of one table from another. */
    record Key(List<String> columns, String target) {
        Key {
            columns = columns.stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .toList();
            target = target.toLowerCase(Locale.ROOT);
        }

        static Key of(ForeignKey key) {
            return new Key(key.columns(), key.target().flat());
        }
    }

    private record ColumnRow(String name, String type, int hidden) {}

    private record KeyRow(int number, String column, String target, String actions) {}

    static Spelling read(Connection connection, String table) throws SQLException {
        var columns = Jdbc.query(
                connection,
                "SELECT name, type, hidden FROM pragma_table_xinfo(" + literal(table) + ")",
                row -> new ColumnRow(row.getString(1), row.getString(2), row.getInt(3)));
        return new Spelling(
                columns.stream().collect(Collectors.toMap(ColumnRow::name, ColumnRow::type)),
                columns.stream()
                        .filter(column -> column.hidden() == COMPUTED_ON_READING)
                        .map(ColumnRow::name)
                        .collect(Collectors.toSet()),
                actions(connection, table),
                options(connection, table));
    }

    /** The actions that a model does not know. */
    private static Map<Key, String> actions(Connection connection, String table) throws SQLException {
        var sql = "SELECT id, \"from\", \"table\", concat(iif(on_delete = 'SET DEFAULT', ' ON DELETE SET DEFAULT', ''),"
                + " iif(on_update = 'NO ACTION', '', ' ON UPDATE ' || on_update))"
                + " FROM pragma_foreign_key_list(" + literal(table) + ") ORDER BY id, seq";
        var rows = Jdbc.query(
                connection,
                sql,
                row -> new KeyRow(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
        return rows.stream().collect(Collectors.groupingBy(KeyRow::number)).values().stream()
                .collect(Collectors.toMap(Spelling::key, key -> key.getFirst().actions(), (one, other) -> one));
    }

    private static Key key(List<KeyRow> rows) {
        return new Key(
                rows.stream().map(KeyRow::column).toList(), rows.getFirst().target());
    }

    private static String options(Connection connection, String table) throws SQLException {
        var sql = "SELECT concat_ws(', ', iif(wr, 'WITHOUT ROWID', NULL), iif(strict, 'STRICT', NULL))"
                + " FROM pragma_table_list WHERE schema = 'main' AND name = " + literal(table);
        return Jdbc.query(connection, sql, row -> row.getString(1)).getFirst();
    }

    /** The same, but these columns get types of ours. */
    Spelling withoutTypesOf(Collection<String> columns) {
        var fewer = new TreeMap<>(types);
        columns.forEach(fewer::remove);
        return new Spelling(fewer, computedOnReading, actions, options);
    }

    /** Whether rows have a number of their own beside their key. */
    boolean hasRowNumbers() {
        return !options.startsWith("WITHOUT ROWID");
    }
}
