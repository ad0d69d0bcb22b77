/**
 * The histories that other migration tools keep in a database: read, never written. Start at
 * {@link lamin.schema.internal.foreign.ForeignHistory}.
 */
@NullMarked
package lamin.schema.internal.foreign;

import org.jspecify.annotations.NullMarked;
