package lamin.dataset;

import lamin.feature.Dtype;
import lamin.feature.Dtype.Categorical;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.tablefile.ColumnType;

/**
 * Whether a column whose type is known can hold the values of a feature. The type alone decides: the integers of a column of
 * texts are texts.
 *
 * @param isCoerced whether values of a close type are accepted, of which each is checked
 */
record ColumnFit(boolean isCoerced) {

    boolean accepts(Dtype feature, ColumnType column) {
        return switch (column) {
            case ColumnType.Text ignored -> true;
            case ColumnType.Values(var dtype) -> accepts(feature, dtype);
            case ColumnType.Other ignored -> feature == Simple.OBJECT;
        };
    }

    private boolean accepts(Dtype feature, Dtype column) {
        return switch (feature) {
            case Simple simple -> accepts(simple, column);
            case Categorical ignored -> column == Simple.STR;
            case ListOf(var element) -> column instanceof ListOf(var found) && accepts(element, found);
        };
    }

    private boolean accepts(Simple feature, Dtype column) {
        return feature == column
                || switch (feature) {
                    case NUM -> column == Simple.INT || column == Simple.FLOAT;
                    case PATH, URL, DICT -> column == Simple.STR;
                    case OBJECT -> true;
                    case INT -> isCoerced && (column == Simple.FLOAT || column == Simple.STR);
                    case FLOAT -> isCoerced && (column == Simple.INT || column == Simple.STR);
                    case DATE -> isCoerced && (column == Simple.DATETIME || column == Simple.STR);
                    case DATETIME ->
                        isCoerced && (column == Simple.DATE || column == Simple.DATETIME_UTC || column == Simple.STR);
                    case DATETIME_UTC -> isCoerced && (column == Simple.DATETIME || column == Simple.STR);
                    case STR, BOOL -> false;
                };
    }
}
