/** Tests of the package of this name. */
@NullMarked
package lamin.registry;

import org.jspecify.annotations.NullMarked;
