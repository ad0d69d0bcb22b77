/**
 * What a database is to the engine: {@link lamin.schema.database.DatabaseSystem} is all that differs between databases and
 * is not a deployment. Each database has a package of its own, which is found as a service and named nowhere.
 */
@NullMarked
package lamin.schema.database;

import org.jspecify.annotations.NullMarked;
