/** Rows of values as text: {@link lamin.table.TextTable} for terminals, {@link lamin.table.Csv} for other programs. */
@NullMarked
package lamin.table;

import org.jspecify.annotations.NullMarked;
