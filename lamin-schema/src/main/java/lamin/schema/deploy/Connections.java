package lamin.schema.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the target database of a deploy. The caller that opens a connection closes it. */
@FunctionalInterface
public interface Connections {
    /** Opens a connection in auto-commit mode. */
    Connection open() throws SQLException;
}
