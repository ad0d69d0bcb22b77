/** LaminDB on the JVM. Start at {@link lamin.Lamin}, which creates, opens and deletes instances. */
@NullMarked
package lamin;

import org.jspecify.annotations.NullMarked;
