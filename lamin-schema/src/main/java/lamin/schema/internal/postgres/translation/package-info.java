/**
 * Translates operations into PostgreSQL statements and determines their effect on other sessions. Start at
 * {@link lamin.schema.internal.postgres.translation.PostgresTranslation}.
 */
@NullMarked
package lamin.schema.internal.postgres.translation;

import org.jspecify.annotations.NullMarked;
