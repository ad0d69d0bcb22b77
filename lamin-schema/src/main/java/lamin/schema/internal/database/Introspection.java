package lamin.schema.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import lamin.schema.Notices;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;

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

    /**
     * The checks that call functions stored in the database, by table. As with triggers, what they allow is written elsewhere.
     */
    Map<TableName, List<SqlExpression>> checksByFunctions(Connection connection) throws SQLException;

    /**
     * The names of the tables that have all of these columns, in alphabetical order: those of the schema in which the
     * ledger is, and that the user may read.
     *
     * @param columns in lower case
     */
    List<String> tablesWith(Connection connection, List<String> columns) throws SQLException;
}
