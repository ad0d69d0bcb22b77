package lamin.schema.internal.postgres.deploy;

import static lamin.schema.internal.sql.SqlTokens.literal;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.postgres.PostgresSystem;
import lamin.schema.internal.sql.Jdbc;

/**
 * Indexes that PostgreSQL built concurrently, completely or partially, before the migration was recorded as applied.
 */
final class LeftoverIndexes {
    private LeftoverIndexes() {}

    /**
     * Drops the indexes that the migration is about to rebuild.
     *
     * @param wasBegun whether an earlier deploy began the migration, so that a valid index is a leftover too
     */
    static void drop(Connection connection, Script script, boolean wasBegun) throws SQLException {
        for (var operation : script.upgrade()) {
            if (operation instanceof CreateIndex(var table, var index, var concurrently) && concurrently) {
                var name = new PostgresSystem().quoted(table.renamed(index.nameIn(table)));
                if (isThere(connection, name, wasBegun)) {
                    Jdbc.execute(connection, "DROP INDEX " + name);
                }
            }
        }
    }

    private static boolean isThere(Connection connection, String index, boolean alsoValid) throws SQLException {
        var sql = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(" + literal(index) + ")";
        return Jdbc.query(connection, sql, row -> row.getBoolean(1)).stream().anyMatch(valid -> alsoValid || !valid);
    }
}
