/**
 * Generates rows for tables known only by their model, and determines what became of them after a migration. Start at
 * {@link lamin.testing.rows.GeneratedRows} and {@link lamin.testing.rows.Lineage}.
 */
@NullMarked
package lamin.testing.rows;

import org.jspecify.annotations.NullMarked;
