package lamin.schema.deploy;

import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.sql.Jdbc;
import org.jspecify.annotations.Nullable;

/** Indexes that PostgreSQL began to build concurrently and did not finish. */
final class InvalidIndexes {
    private InvalidIndexes() {}

    /** Drops those that the migration is about to build again. */
    static void drop(Connection connection, Script script) throws SQLException {
        for (var operation : script.upgrade()) {
            if (operation instanceof CreateIndex(var table, var index, var concurrently) && concurrently) {
                var name = table.renamed(index.nameIn(table));
                if (isInvalid(connection, quoted(name.schema(), name.name()))) {
                    Jdbc.execute(connection, "DROP INDEX " + quoted(name.schema(), name.name()));
                }
            }
        }
    }

    private static String quoted(@Nullable String schema, String name) {
        return schema == null ? quote(name) : quote(schema) + "." + quote(name);
    }

    private static boolean isInvalid(Connection connection, String index) throws SQLException {
        var sql = "SELECT NOT indisvalid FROM pg_index WHERE indexrelid = to_regclass(" + literal(index) + ")";
        return Jdbc.query(connection, sql, row -> row.getBoolean(1)).contains(true);
    }
}
