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
     * The model with its expressions as the database would print them, to be compared with those that are read. The database
     * is left as it was. A database that keeps expressions as they were written gives the model itself.
     */
    SchemaModel printed(Connection connection, SchemaModel model, Notices notices) throws SQLException;
}
