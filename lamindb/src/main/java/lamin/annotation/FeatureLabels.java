package lamin.annotation;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.feature.Category;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.label.LabelName;
import lamin.label.LabelTable;
import lamin.label.LabelWriting;
import lamin.label.StoredLabel;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** Finds the labels that are values of a feature, whose type says to which registries they belong. */
public record FeatureLabels(Query query, StoredFeature feature) {

    /** The label with this text in the field that the feature's type names; empty if there is none. */
    public Optional<StoredLabel> find(String text) throws SQLException {
        for (var category : feature.dtype().categories()) {
            var found = find(category, text);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<StoredLabel> find(Category category, String text) throws SQLException {
        refuseFilter(category);
        var table = LabelTable.of(query, category.registry());
        var type = category.type();
        return table.find(table.column(category.field()), text, type.isPresent() ? table.type(type.get()) : null);
    }

    private void refuseFilter(Category category) {
        if (category.isFiltered()) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the values of feature " + feature.name() + " are restricted by a filter, which is not supported: "
                            + feature.dtype());
        }
    }

    /** The same; a missing label fails or is created. */
    StoredLabel get(RecordWriter writer, Object value, boolean creates) throws SQLException {
        var text = value instanceof StoredLabel label ? label.name() : value.toString();
        if (value instanceof StoredLabel label && !isAllowed(label)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    label.registry() + " " + label.name() + " is not a value of feature " + feature.name()
                            + ", whose type is " + feature.dtype());
        }
        if (value instanceof StoredLabel label) {
            return label;
        }
        var found = find(text);
        if (found.isPresent()) {
            return found.get();
        }
        if (creates) {
            return create(writer, text);
        }
        throw missing(text);
    }

    /** The new label for a text. */
    public StoredLabel create(RecordWriter writer, String text) throws SQLException {
        return new LabelWriting(writer).get(name(text));
    }

    private boolean isAllowed(StoredLabel label) throws SQLException {
        for (var category : feature.dtype().categories()) {
            if (category.registry().equals(label.registry()) && isOfType(category, label)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfType(Category category, StoredLabel label) throws SQLException {
        refuseFilter(category);
        var table = LabelTable.of(query, label.registry());
        var type = category.type();
        return type.isEmpty() || table.isOf(label, table.type(type.get()));
    }

    /** The name of the label that is created for a text. */
    private LabelName name(String text) {
        var categories = feature.dtype().categories();
        var category = categories.getFirst();
        if (categories.size() > 1 || category.field() != null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "there is no " + text + " among the values of feature " + feature.name() + ", whose type is "
                            + feature.dtype(),
                    new Advice("create the label first"));
        }
        return new LabelName(category.registry(), category.type().orElse(null), text);
    }

    private LaminException missing(String text) throws SQLException {
        var category = feature.dtype().categories().getFirst();
        var failure = LabelTable.of(query, category.registry())
                .missing(new LabelName(category.registry(), null, text), "create it first, or allow it to be created");
        return new LaminException(
                failure.code(), "feature " + feature.name() + ": " + failure.getMessage(), failure.remedies(), null);
    }

    /** How a wrong text is probably meant; empty if nothing is like it. */
    public List<String> hints(String text) throws SQLException {
        for (var category : feature.dtype().categories()) {
            var table = LabelTable.of(query, category.registry());
            var column = table.column(category.field());
            var standard = table.standardName(column, text);
            var hints = standard.isPresent() ? List.of(standard.get()) : table.similar(column, text);
            if (!hints.isEmpty()) {
                return hints;
            }
        }
        return List.of();
    }
}
