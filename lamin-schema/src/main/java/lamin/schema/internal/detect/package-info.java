/**
 * Compares two model states and derives the operations between them. Start at
 * {@link lamin.schema.internal.detect.Detector}.
 */
@NullMarked
package lamin.schema.internal.detect;

import org.jspecify.annotations.NullMarked;
