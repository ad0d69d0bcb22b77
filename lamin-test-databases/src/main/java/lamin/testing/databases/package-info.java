/**
 * Real databases for tests: new, empty, and removed afterwards. Start at {@link lamin.testing.databases.TestDatabase};
 * {@link lamin.testing.databases.TestPostgres} documents how the PostgreSQL server is found.
 */
@NullMarked
package lamin.testing.databases;

import org.jspecify.annotations.NullMarked;
