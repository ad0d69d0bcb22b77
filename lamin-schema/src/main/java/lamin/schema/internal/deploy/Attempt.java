package lamin.schema.internal.deploy;

import java.sql.SQLException;

/** All-or-nothing work on a database, which can be retried. */
@FunctionalInterface
public interface Attempt<T> {
    T make() throws SQLException;
}
