/**
 * Operations as statements of PostgreSQL, and what they cost others. Start at {@link
 * lamin.schema.postgres.translation.PostgresTranslation}.
 */
@NullMarked
package lamin.schema.postgres.translation;

import org.jspecify.annotations.NullMarked;
