package lamin.schema.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.Flavour;

/** Reads the tables of a live database, also those that no schema module knows. */
public final class Introspector {
    private Introspector() {}

    /**
     * All tables except the database's own; views, virtual tables, partitions and what PostgreSQL extensions brought are left
     * out. No table belongs to a module. A key or index whose name is the generated one has no name. Foreign keys are
     * deferrable when they are checked at the end of the transaction.
     *
     * @throws LaminException if the database cannot be read
     */
    public static SchemaModel read(Connection connection) {
        try {
            return switch (Flavour.of(connection)) {
                case SQLITE -> new SqliteIntrospection(connection).read();
                case POSTGRESQL -> new PostgresIntrospection(connection).read();
            };
        } catch (SQLException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "The schema of the database cannot be read: " + e.getMessage(), e);
        }
    }

    /** One table of a SQLite database, without reading the others. */
    public static Optional<Table> readSqliteTable(Connection connection, TableName table) throws SQLException {
        return new SqliteIntrospection(connection).read(table);
    }
}
