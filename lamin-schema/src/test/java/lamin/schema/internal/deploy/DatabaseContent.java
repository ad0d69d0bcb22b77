package lamin.schema.internal.deploy;

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
        var schema = read(database);
        var rows = new TreeMap<String, List<String>>();
        for (var table : schema.tables()) {
            rows.put(table.name().name(), rows(database, table.name()));
        }
        boolean isSqlite = database.database().kind() == Kind.SQLITE;
        return new DatabaseContent(schema, isSqlite ? database.sqliteSchema() : List.of(), rows);
    }

    private static SchemaModel read(Database database) {
        try (var connection = database.connection()) {
            return Introspector.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(Database database, TableName table) {
        var columns = switch (table.name()) {
            case "lamin_migration" -> "module, revision, release, checksum, state, applied_by, engine_version";
            case "lamin_module" -> "name, coordinates, version";
            default -> "*";
        };
        return database.rows("SELECT " + columns + " FROM " + table.name()).stream()
                .sorted()
                .toList();
    }
}
