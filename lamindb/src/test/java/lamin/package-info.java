/** Tests of instances on real databases. */
@NullMarked
package lamin;

import org.jspecify.annotations.NullMarked;
