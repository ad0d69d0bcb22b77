/**
 * The engine's view of a database. {@link lamin.schema.internal.database.DatabaseSystem} is everything that differs
 * between databases except deployment. Each database has its own package, which is found as a service and never
 * referenced by name.
 */
@NullMarked
package lamin.schema.internal.database;

import org.jspecify.annotations.NullMarked;
