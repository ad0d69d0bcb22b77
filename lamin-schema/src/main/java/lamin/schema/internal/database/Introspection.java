package lamin.schema.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.Notices;
import lamin.schema.model.SchemaModel;

/** Reads live databases. */
public interface Introspection {
    /** All tables except the database's own, as {@link lamin.schema.internal.introspect.Introspector} describes. */
    SchemaModel read(Connection connection) throws SQLException;

    /**
     * The model with its expressions in the form in which the database prints them, for comparison with expressions
     * that were read. The database is left unchanged. A database that keeps expressions as written returns the model
     * itself.
     */
    SchemaModel printed(Connection connection, SchemaModel model, Notices notices) throws SQLException;
}
