package lamin.artifact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.stream.Stream;
import lamin.instance.Database;
import lamin.schema.internal.sql.Jdbc;

/**
 * Tables that Python's LaminDB does not have: hashes over all bytes of large files, files that are not in their place yet,
 * and files of deleted artifacts that are to be removed. They have no foreign keys, so that they never block its deletes.
 */
final class OwnTables {
    private static final String[] TABLES = {
        "lamin_content (artifact_id bigint not null primary key, sha256 varchar(64) not null)",
        "lamin_upload (artifact_id bigint not null primary key, temporary varchar(128) not null)",
        "lamin_removal (path varchar(1100) not null primary key)"
    };

    private OwnTables() {}

    /** Creates the missing ones. Two processes may do so at once. */
    static void create(Database database) {
        if (database.read(OwnTables::exist)) {
            return;
        }
        try {
            database.write(connection -> {
                for (var table : TABLES) {
                    Jdbc.execute(connection, "create table if not exists " + table);
                }
                return true;
            });
        } catch (RuntimeException e) {
            if (!database.read(OwnTables::exist)) {
                throw e;
            }
        }
    }

    private static boolean exist(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        try (var rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "lamin\\_%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return Stream.of(TABLES).allMatch(table -> names.contains(table.substring(0, table.indexOf(' '))));
    }
}
