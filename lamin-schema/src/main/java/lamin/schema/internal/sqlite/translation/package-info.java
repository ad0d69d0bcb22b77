/**
 * Translates operations into steps on SQLite: ALTER TABLE where possible, otherwise one rebuild for each table and
 * migration. Start at {@link lamin.schema.internal.sqlite.translation.SqliteTranslation}.
 */
@NullMarked
package lamin.schema.internal.sqlite.translation;

import org.jspecify.annotations.NullMarked;
