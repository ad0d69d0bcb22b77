/** Tests of the package of this name. */
@NullMarked
package lamin.dataset;

import org.jspecify.annotations.NullMarked;
