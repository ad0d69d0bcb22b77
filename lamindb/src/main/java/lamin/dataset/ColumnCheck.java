package lamin.dataset;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.annotation.FeatureLabels;
import lamin.dataset.Violation.Rule;
import lamin.feature.Dtype;
import lamin.feature.Dtype.Categorical;
import lamin.feature.Dtype.ListOf;
import lamin.feature.Dtype.Simple;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.label.StoredLabel;
import lamin.tablefile.ColumnType;
import org.jspecify.annotations.Nullable;

/** Checks the cells of one column. Answers of the registry are remembered, as far as there are not too many. */
final class ColumnCheck {
    /** Of more labels, an artifact is not annotated with any; LaminDB's limit. */
    static final int MOST_LABELS = 1000;

    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_SHOWN = 60;

    private final StoredFeature feature;
    private final ColumnType column;
    private final boolean isCoerced;
    private final boolean isFitting;
    private final FeatureLabels registry;
    private final Violations violations;
    private final Map<String, Optional<StoredLabel>> remembered = new HashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final Set<StoredLabel> labels = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean isReported;

    ColumnCheck(Query query, StoredFeature feature, ColumnType column, boolean isCoerced, Violations violations) {
        this.feature = feature;
        this.column = column;
        this.isCoerced = isCoerced || feature.isCoerced();
        this.isFitting = new ColumnFit(this.isCoerced).accepts(feature.dtype(), column);
        this.registry = new FeatureLabels(query, feature);
        this.violations = violations;
    }

    StoredFeature feature() {
        return feature;
    }

    /** The labels in the column; empty if there are too many or the column is not categorical. */
    Set<StoredLabel> labels() {
        return labels.size() > MOST_LABELS ? Set.of() : labels;
    }

    /** The first texts that are in no registry of the feature. */
    Set<String> unknown() {
        return unknown;
    }

    void check(@Nullable Object cell, long row) throws SQLException {
        if (cell == null || Cells.isMissing(feature.dtype(), column, cell)) {
            if (!feature.isNullable()) {
                add(Rule.MISSING_VALUE, row, "a value is required");
            }
        } else if (isFitting) {
            check(feature.dtype(), cell, row);
        } else {
            refuseColumn();
        }
    }

    /** Once, and only if the column has values: a column without any may have any type. */
    private void refuseColumn() {
        if (!isReported) {
            isReported = true;
            violations.add(
                    Rule.TYPE, null, feature.name(), "expected " + feature.dtype() + ", found a column of " + column);
        }
    }

    private void check(Dtype type, Object cell, long row) throws SQLException {
        switch (type) {
            case Simple simple -> {
                if (!Cells.fits(simple, cell, isCoerced)) {
                    add(Rule.TYPE, row, "expected " + simple + ", found: " + shown(cell));
                }
            }
            case Categorical ignored -> checkLabel(cell.toString(), row);
            case ListOf(var element) -> checkItems(element, cell, row);
        }
    }

    private void checkItems(Dtype element, Object cell, long row) throws SQLException {
        var items = Cells.items(cell);
        if (items.isEmpty()) {
            add(Rule.TYPE, row, "expected " + feature.dtype() + " as a JSON array, found: " + shown(cell));
            return;
        }
        for (var item : items.get()) {
            if (item != null) {
                check(element, item, row);
            }
        }
    }

    private void checkLabel(String text, long row) throws SQLException {
        if (label(text).isEmpty()) {
            addUnknown(text, row);
        }
    }

    private void addUnknown(String text, long row) throws SQLException {
        if (unknown.size() < MOST_REMEMBERED) {
            unknown.add(text);
        }
        if (violations.isFull()) {
            violations.count();
        } else {
            add(Rule.CATEGORY, row, "not in " + feature.dtype() + ": " + shown(text) + hint(text));
        }
    }

    private Optional<StoredLabel> label(String text) throws SQLException {
        var known = remembered.get(text);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var found = registry.find(text);
        remembered.put(text, found);
        if (labels.size() <= MOST_LABELS) {
            found.ifPresent(labels::add);
        }
        return found;
    }

    private String hint(String text) throws SQLException {
        var known = hints.get(text);
        if (known == null) {
            var similar = registry.hints(text);
            known = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
            hints.put(text, known);
        }
        return known;
    }

    private void add(Rule rule, long row, String message) {
        violations.add(rule, row, feature.name(), message);
    }

    private static String shown(Object cell) {
        var text = cell.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }
}
