package lamin.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows written by the author of a module. */
@FunctionalInterface
interface RowSource {
    /** Inserts rows into a database that is at this revision of the module. */
    void insert(String revision, Connection connection) throws SQLException;
}
