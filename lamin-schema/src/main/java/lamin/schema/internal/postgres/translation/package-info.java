/**
 * Operations as statements of PostgreSQL, and what they cost others. Start at {@link
 * lamin.schema.internal.postgres.translation.PostgresTranslation}.
 */
@NullMarked
package lamin.schema.internal.postgres.translation;

import org.jspecify.annotations.NullMarked;
