/**
 * Reads a live PostgreSQL database as a model. Start at {@link lamin.schema.postgres.introspect.PostgresIntrospection}.
 */
@NullMarked
package lamin.schema.postgres.introspect;

import org.jspecify.annotations.NullMarked;
