package lamin.schema.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** A step of a migration that cannot be written in SQL. It must have a public constructor without parameters. */
public interface DataStep {
    /** Runs inside the transaction of the deploy; must not commit, roll back or close the connection. */
    void run(Connection connection) throws SQLException;
}
