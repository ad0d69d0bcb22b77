package lamin.schema.internal.deploy;

import java.sql.SQLException;

/** Work on a database of which all is done or nothing, so that it can be tried again. */
@FunctionalInterface
public interface Attempt<T> {
    T make() throws SQLException;
}
