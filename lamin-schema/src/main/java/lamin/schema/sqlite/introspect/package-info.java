/**
 * Reads a live SQLite database as a model. Start at {@link lamin.schema.sqlite.introspect.SqliteIntrospection}.
 */
@NullMarked
package lamin.schema.sqlite.introspect;

import org.jspecify.annotations.NullMarked;
