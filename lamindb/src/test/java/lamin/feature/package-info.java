/** Tests of the package of this name. */
@NullMarked
package lamin.feature;

import org.jspecify.annotations.NullMarked;
