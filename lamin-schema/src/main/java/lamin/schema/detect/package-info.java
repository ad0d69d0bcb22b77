/** Compares two model states and yields the operations between them. Start at {@link lamin.schema.detect.Detector}. */
@NullMarked
package lamin.schema.detect;

import org.jspecify.annotations.NullMarked;
