/** Rows for tables of every shape. */
@NullMarked
package lamin.testing.rows;

import org.jspecify.annotations.NullMarked;
