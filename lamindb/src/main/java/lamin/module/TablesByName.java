package lamin.module;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import lamin.schema.model.TableName;

/** The tables of modules whose code is not installed: those whose names begin with the module's. */
final class TablesByName {
    private TablesByName() {}

    static Set<TableName> of(Collection<String> modules, Connection connection) throws SQLException {
        var found = new TreeSet<TableName>();
        var metadata = connection.getMetaData();
        try (var rows =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                var table = rows.getString("TABLE_NAME");
                if (modules.stream().anyMatch(module -> table.startsWith(module + "_"))) {
                    found.add(TableName.of(table));
                }
            }
        }
        return found;
    }
}
