/** Tests of the package of this name. */
@NullMarked
package lamin.settings;

import org.jspecify.annotations.NullMarked;
