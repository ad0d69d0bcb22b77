/**
 * Writing migrations from edited entities: comparison, scripts, and what is missing. Start at {@link
 * lamin.authoring.Comparison}.
 */
@NullMarked
package lamin.authoring;

import org.jspecify.annotations.NullMarked;
