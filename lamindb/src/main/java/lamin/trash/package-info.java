/**
 * Deleting records: into the trash, from which they can be restored, or permanently, after a plan of what goes with them.
 * Start at {@link lamin.trash.Trash}.
 */
@NullMarked
package lamin.trash;

import org.jspecify.annotations.NullMarked;
