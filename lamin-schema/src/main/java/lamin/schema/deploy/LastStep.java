package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done inside the last transaction of a deploy, before its commit. */
@FunctionalInterface
public interface LastStep {
    LastStep NONE = connection -> {};

    void in(Connection connection) throws SQLException;
}
