/** Takes over existing tables. Start at {@link lamin.schema.internal.stamp.Stamp}. */
@NullMarked
package lamin.schema.internal.stamp;

import org.jspecify.annotations.NullMarked;
