/**
 * What a database is to the engine: {@link lamin.schema.internal.database.DatabaseSystem} is all that differs between databases and
 * is not a deployment. Each database has a package of its own, which is found as a service and named nowhere.
 */
@NullMarked
package lamin.schema.internal.database;

import org.jspecify.annotations.NullMarked;
