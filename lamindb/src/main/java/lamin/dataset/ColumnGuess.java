package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import lamin.feature.Dtype.Simple;
import lamin.feature.SimpleText;
import org.jspecify.annotations.Nullable;

/** Infers the type of a column: the first one, from the most special, that all its cells have. */
final class ColumnGuess {
    private static final List<Simple> CANDIDATES = List.of(
            Simple.BOOL, Simple.INT, Simple.FLOAT, Simple.DATE, Simple.DATETIME, Simple.DATETIME_UTC, Simple.DICT);

    private final List<Simple> possible = new ArrayList<>(CANDIDATES);
    private boolean hasValues;
    private boolean hasMissing;

    void add(@Nullable Object cell) {
        if (cell == null || Cells.isMissing(Simple.FLOAT, cell)) {
            hasMissing = true;
        } else {
            hasValues = true;
            possible.removeIf(type -> !isLike(type, cell));
        }
    }

    private static boolean isLike(Simple type, Object cell) {
        return cell instanceof CharSequence text
                ? SimpleText.isLike(type, text.toString())
                : Cells.fits(type, cell, false);
    }

    Simple type() {
        return hasValues && !possible.isEmpty() ? possible.getFirst() : Simple.STR;
    }

    boolean hasMissing() {
        return hasMissing;
    }
}
