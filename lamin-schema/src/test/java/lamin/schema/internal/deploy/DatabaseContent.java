package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.fixture.Database;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.testing.databases.TestDatabase.Kind;

/**
 * All that a database holds, ledgers included; only the times in them are left out.
 *
 * @param schema every table as it is
 * @param statements SQLite's own account of it
 * @param rows by table, sorted
 */
record DatabaseContent(SchemaModel schema, List<String> statements, SortedMap<String, List<String>> rows) {
    static DatabaseContent of(Database database) {
        boolean isSqlite = database.database().kind() == Kind.SQLITE;
        try (var connection = database.connection()) {
            var schema = Introspector.read(connection);
            var rows = new TreeMap<String, List<String>>();
            for (var table : schema.tables()) {
                rows.put(table.name().name(), rows(connection, table.name()));
            }
            return new DatabaseContent(schema, isSqlite ? database.sqliteSchema() : List.of(), rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(Connection connection, TableName table) throws SQLException {
        var columns = switch (table.name()) {
            case "lamin_migration" -> "module, revision, release, checksum, state, applied_by, engine_version";
            case "lamin_module" -> "name, coordinates, version";
            default -> "*";
        };
        return Database.rows(connection, "SELECT " + columns + " FROM " + table.name()).stream()
                .sorted()
                .toList();
    }
}
