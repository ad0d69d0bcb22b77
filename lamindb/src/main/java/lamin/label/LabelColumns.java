package lamin.label;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import lamin.instance.Query;

/** The columns of a table, by which one statement serves registries of all modules. */
public record LabelColumns(String table, Set<String> names) {

    /** No names if there is no such table. */
    public static LabelColumns of(Query query, String table) throws SQLException {
        return tables(query, table).contains(table) ? ofExisting(query, table) : new LabelColumns(table, Set.of());
    }

    /** Of a table that exists: the columns of an empty result are known sooner than those of the catalogue. */
    public static LabelColumns ofExisting(Query query, String table) throws SQLException {
        var names = new HashSet<String>();
        try (var statement = query.connection().createStatement();
                var none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            var columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
        }
        return new LabelColumns(table, names);
    }

    /** The names of all tables. */
    public static Set<String> tables(Query query) throws SQLException {
        return tables(query, "%");
    }

    private static Set<String> tables(Query query, String pattern) throws SQLException {
        var connection = query.connection();
        var names = new HashSet<String>();
        try (var rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    public boolean exist() {
        return !names.isEmpty();
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** The first of these columns that the table has; the last one if it has none. */
    String firstOf(String... candidates) {
        for (var candidate : candidates) {
            if (has(candidate)) {
                return candidate;
            }
        }
        return candidates[candidates.length - 1];
    }
}
