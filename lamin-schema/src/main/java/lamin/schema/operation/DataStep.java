package lamin.schema.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** A step of a migration that SQL alone cannot say. It has a public constructor without parameters. */
public interface DataStep {
    /** Works inside the transaction of the deploy; neither commits nor rolls back nor closes. */
    void run(Connection connection) throws SQLException;
}
