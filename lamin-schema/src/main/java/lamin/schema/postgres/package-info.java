/** PostgreSQL. Start at {@link lamin.schema.postgres.PostgresSystem}. */
@NullMarked
package lamin.schema.postgres;

import org.jspecify.annotations.NullMarked;
