/** Tests of the package of this name. */
@NullMarked
package lamin.instance;

import org.jspecify.annotations.NullMarked;
