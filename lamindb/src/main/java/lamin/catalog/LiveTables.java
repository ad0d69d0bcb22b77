package lamin.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import lamin.instance.Database;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a database's catalog that registries need. */
sealed interface LiveTables permits SqliteTables, PostgresTables {
    static LiveTables of(Database database) {
        return switch (database.url()) {
            case SqliteUrl ignored -> new SqliteTables();
            case PostgresUrl ignored -> new PostgresTables();
        };
    }

    /** All tables except the database's own. */
    List<TableName> names(Connection connection) throws SQLException;

    /** The columns by table, in order: of one table, or of all if it is null. */
    Map<TableName, List<CatalogColumn>> columns(Connection connection, @Nullable TableName only) throws SQLException;

    /** The foreign keys of one column: of one table, or of all if it is null. */
    List<Reference> references(Connection connection, @Nullable TableName only) throws SQLException;

    /** The operator that compares with a pattern and ignores case, on SQLite only of the letters A to Z. */
    String like();
}
