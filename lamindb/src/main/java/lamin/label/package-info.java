/**
 * Labels: records of any registry that annotate artifacts, runs and collections, such as {@code ULabel} or
 * {@code bionty.CellType}. Start with {@link lamin.label.Labels}.
 */
@NullMarked
package lamin.label;

import org.jspecify.annotations.NullMarked;
