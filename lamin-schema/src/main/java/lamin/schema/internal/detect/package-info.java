/** Compares two model states and yields the operations between them. Start at {@link lamin.schema.internal.detect.Detector}. */
@NullMarked
package lamin.schema.internal.detect;

import org.jspecify.annotations.NullMarked;
