package lamin.dataset;

import lamin.feature.Dtype;

/**
 * A column of a table and the feature that is proposed for it.
 *
 * @param isKnown whether there is a feature of this name, whose type is used
 * @param isMissingValues whether cells are empty
 */
public record ColumnDraft(String name, Dtype dtype, boolean isKnown, boolean isMissingValues) {}
