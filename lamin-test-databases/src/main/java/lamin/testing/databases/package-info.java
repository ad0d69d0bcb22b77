/**
 * Real databases for tests: fresh, empty, gone afterwards. Start at {@link lamin.testing.databases.TestDatabase}; {@link
 * lamin.testing.databases.TestPostgres} says where the PostgreSQL server comes from.
 */
@NullMarked
package lamin.testing.databases;

import org.jspecify.annotations.NullMarked;
