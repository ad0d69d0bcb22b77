package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that is deployed to; whoever opens one closes it. */
@FunctionalInterface
public interface Connections {
    /** A connection that commits every statement. */
    Connection open() throws SQLException;
}
