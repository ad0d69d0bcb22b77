package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work done inside the last transaction of a deploy, before its commit. It must be repeatable, because the connection
 * may be lost during the commit.
 */
@FunctionalInterface
public interface LastStep {
    LastStep NONE = connection -> {};

    void in(Connection connection) throws SQLException;
}
