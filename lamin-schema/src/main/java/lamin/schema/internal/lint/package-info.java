/**
 * Problems that a valid migration may cause: data loss, blocked writers, failures of code that is still running. Start
 * at {@link lamin.schema.internal.lint.Rule}, then {@link lamin.schema.internal.lint.Linter}.
 */
@NullMarked
package lamin.schema.internal.lint;

import org.jspecify.annotations.NullMarked;
