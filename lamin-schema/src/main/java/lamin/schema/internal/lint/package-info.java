/**
 * What may go wrong with a migration although it fits: data that goes, writers that wait, code that still runs. Start at
 * {@link lamin.schema.internal.lint.Rule}, then {@link lamin.schema.internal.lint.Linter}.
 */
@NullMarked
package lamin.schema.internal.lint;

import org.jspecify.annotations.NullMarked;
