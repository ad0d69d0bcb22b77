/** Takes over existing tables. Start at {@link lamin.schema.stamp.Stamp}. */
@NullMarked
package lamin.schema.stamp;

import org.jspecify.annotations.NullMarked;
