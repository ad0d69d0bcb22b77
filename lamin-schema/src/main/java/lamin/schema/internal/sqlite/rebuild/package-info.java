/**
 * Carries out rebuilds and drops on a live SQLite database and checks the result. Start at
 * {@link lamin.schema.internal.sqlite.rebuild.SqliteRebuild}.
 */
@NullMarked
package lamin.schema.internal.sqlite.rebuild;

import org.jspecify.annotations.NullMarked;
