package lamin.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows that the author of a module writes. */
@FunctionalInterface
interface RowSource {
    /** Puts rows into a database that is at this revision of the module. */
    void insert(String revision, Connection connection) throws SQLException;
}
