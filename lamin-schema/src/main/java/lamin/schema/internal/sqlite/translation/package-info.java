/**
 * Operations as steps on SQLite: ALTER TABLE where it can, else one rebuild for each table and migration. Start at {@link
 * lamin.schema.internal.sqlite.translation.SqliteTranslation}.
 */
@NullMarked
package lamin.schema.internal.sqlite.translation;

import org.jspecify.annotations.NullMarked;
