/**
 * Schemas of features, and the validation of tables with them. Start with {@link lamin.dataset.Schemas} and
 * {@link lamin.dataset.Validation}.
 */
@NullMarked
package lamin.dataset;

import org.jspecify.annotations.NullMarked;
