/** PostgreSQL. Start at {@link lamin.schema.internal.postgres.PostgresSystem}. */
@NullMarked
package lamin.schema.internal.postgres;

import org.jspecify.annotations.NullMarked;
