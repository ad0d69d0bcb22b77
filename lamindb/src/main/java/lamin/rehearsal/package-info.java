/**
 * Tries migrations on a copy of an instance, which itself stays unchanged. Start at
 * {@link lamin.rehearsal.RehearsalRun}.
 */
@NullMarked
package lamin.rehearsal;

import org.jspecify.annotations.NullMarked;
