package lamin.schema.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Table changes for which a database has no single statement. */
public interface TableProcedures {
    /** For a database whose translations contain no procedures. */
    TableProcedures NONE = new NoProcedures();

    /** Carries out a procedure in the caller's transaction. */
    void run(Connection connection, Step.Procedure step) throws SQLException;

    /** The procedure as statements, each ending with a semicolon, and comments, to be run by hand. */
    List<String> sql(Step.Procedure step);

    /** The rebuild as SQL, to be run by a program. */
    DeclaredRebuild declared(TableRebuild rebuild);
}
