package lamin.schema.internal.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.model.SchemaModel;

/** Reads the tables of a live database, including those that belong to no schema module. */
public final class Introspector {
    private Introspector() {}

    /**
     * All tables except the database's own. Views, virtual tables, partitions and tables of PostgreSQL extensions are
     * omitted. No table is assigned to a module. A key or index with a generated name has no name. Foreign keys are
     * deferrable if they are checked at the end of the transaction.
     *
     * @throws LaminException if the database cannot be read
     */
    public static SchemaModel read(Connection connection) {
        try {
            return DatabaseSystem.of(connection).introspection().read(connection);
        } catch (SQLException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "The schema of the database cannot be read: " + e.getMessage(), e);
        }
    }
}
