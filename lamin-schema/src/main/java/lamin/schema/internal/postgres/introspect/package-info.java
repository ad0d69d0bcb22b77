/**
 * Reads a live PostgreSQL database as a model. Start at {@link lamin.schema.internal.postgres.introspect.PostgresIntrospection}.
 */
@NullMarked
package lamin.schema.internal.postgres.introspect;

import org.jspecify.annotations.NullMarked;
