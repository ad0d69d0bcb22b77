/**
 * Reads a live SQLite database as a model. Start at {@link lamin.schema.internal.sqlite.introspect.SqliteIntrospection}.
 */
@NullMarked
package lamin.schema.internal.sqlite.introspect;

import org.jspecify.annotations.NullMarked;
