package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done inside the last transaction of a deploy, before its commit. It must bear to be done again: the connection
 * may be lost at the commit.
 */
@FunctionalInterface
public interface LastStep {
    LastStep NONE = connection -> {};

    void in(Connection connection) throws SQLException;
}
