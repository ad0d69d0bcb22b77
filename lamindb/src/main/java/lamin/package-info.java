/** LaminDB on the JVM. {@link lamin.Lamin} makes, opens and deletes instances: start there. */
@NullMarked
package lamin;

import org.jspecify.annotations.NullMarked;
