package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.feature.Dtype;
import lamin.feature.Dtype.Simple;
import lamin.feature.SimpleText;
import lamin.tablefile.ColumnType;
import lamin.tablefile.TableColumn;
import org.jspecify.annotations.Nullable;

/** Infers the type of a column. Of texts it is the first one, from the most special, that all of them stand for. */
final class ColumnGuess {
    private static final List<Simple> CANDIDATES = List.of(
            Simple.BOOL, Simple.INT, Simple.FLOAT, Simple.DATE, Simple.DATETIME, Simple.DATETIME_UTC, Simple.DICT);

    private final TableColumn column;
    private final List<Simple> possible = new ArrayList<>(CANDIDATES);
    private boolean hasValues;
    private boolean hasMissing;

    ColumnGuess(TableColumn column) {
        this.column = column;
    }

    TableColumn column() {
        return column;
    }

    void add(@Nullable Object cell) {
        if (cell == null || Cells.isMissing(Simple.FLOAT, column.type(), cell)) {
            hasMissing = true;
        } else if (column.type() instanceof ColumnType.Text) {
            hasValues = true;
            possible.removeIf(type -> !SimpleText.isLike(type, cell.toString()));
        }
    }

    /** Empty if no feature has it. */
    Optional<Dtype> type() {
        return switch (column.type()) {
            case ColumnType.Text ignored -> Optional.of(text());
            case ColumnType.Values(var dtype) -> Optional.of(dtype);
            case ColumnType.Other ignored -> Optional.empty();
        };
    }

    private Simple text() {
        return hasValues && !possible.isEmpty() ? possible.getFirst() : Simple.STR;
    }

    boolean hasMissing() {
        return hasMissing;
    }
}
