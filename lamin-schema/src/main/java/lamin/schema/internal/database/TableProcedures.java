package lamin.schema.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Changes of tables for which a database has no statement. */
public interface TableProcedures {
    /** For a database whose translations contain none. */
    TableProcedures NONE = new NoProcedures();

    /** Carries one out in the caller's transaction. */
    void run(Connection connection, Step.Procedure step) throws SQLException;

    /** The step as statements that end with a semicolon, and comments, for a person to run. */
    List<String> sql(Step.Procedure step);

    /** The rebuild as SQL for a program to run. */
    DeclaredRebuild declared(TableRebuild rebuild);
}
