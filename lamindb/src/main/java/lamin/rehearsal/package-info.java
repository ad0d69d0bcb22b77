/** Migrations tried on a copy of an instance, which stays as it is. Start at {@link lamin.rehearsal.RehearsalRun}. */
@NullMarked
package lamin.rehearsal;

import org.jspecify.annotations.NullMarked;
