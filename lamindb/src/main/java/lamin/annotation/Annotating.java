package lamin.annotation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.annotation.Change.AddLabel;
import lamin.annotation.Change.RemoveLabel;
import lamin.annotation.Change.RemoveValues;
import lamin.annotation.Change.SetValues;
import lamin.feature.Dtype;
import lamin.feature.FeatureDraft;
import lamin.feature.FeatureTable;
import lamin.feature.PlainValues;
import lamin.feature.StoredFeature;
import lamin.label.LabelName;
import lamin.label.LabelTable;
import lamin.label.LabelWriting;
import lamin.label.Labels;
import lamin.label.StoredLabel;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** Applies changes in one transaction. */
final class Annotating {
    private static final String CREATE = "create it first, or allow it to be created";

    private final RecordWriter writer;
    private final Target target;
    private final boolean creates;
    private final List<StoredLabel> createdLabels = new ArrayList<>();
    private final List<StoredFeature> createdFeatures = new ArrayList<>();

    /** @param creates whether missing labels and features are created */
    Annotating(RecordWriter writer, Target target, boolean creates) {
        this.writer = writer;
        this.target = target;
        this.creates = creates;
    }

    Created apply(List<? extends Change> changes) throws SQLException {
        writer.lock(target.lock());
        for (var change : changes) {
            apply(change);
        }
        return new Created(createdLabels, createdFeatures);
    }

    private void apply(Change change) throws SQLException {
        switch (change) {
            case AddLabel(var name) -> {
                var label = label(name);
                LabelLinks.of(writer.query(), target.kind(), label.registry()).add(writer, target, label, null);
            }
            case RemoveLabel(var name) -> {
                var label = Labels.get(writer.query(), name);
                LabelLinks.of(writer.query(), target.kind(), label.registry()).remove(writer, target, label);
            }
            case SetValues set -> set(feature(set), set.values());
            case RemoveValues(var name) -> remove(new FeatureTable(writer.query()).get(name));
        }
    }

    private StoredLabel label(LabelName name) throws SQLException {
        var query = writer.query();
        if (!creates) {
            return Labels.get(query, name, CREATE);
        }
        var existing = LabelTable.of(query, name.registry()).find(name);
        return existing.isPresent() ? existing.get() : noted(new LabelWriting(writer).get(name));
    }

    private StoredLabel noted(StoredLabel label) {
        createdLabels.add(label);
        return label;
    }

    private StoredFeature feature(SetValues set) throws SQLException {
        var features = new FeatureTable(writer.query());
        var existing = features.find(set.feature());
        if (existing.isPresent()) {
            return requireType(existing.get(), set);
        }
        if (!creates) {
            return features.get(set.feature(), CREATE);
        }
        var dtype = set.dtype() != null ? set.dtype() : InferredType.of(set.values());
        var created = FeatureTable.create(writer, FeatureDraft.of(set.feature(), dtype));
        createdFeatures.add(created);
        return created;
    }

    private static StoredFeature requireType(StoredFeature feature, SetValues set) {
        if (set.dtype() != null && !set.dtype().equals(feature.dtype())) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "feature " + feature.name() + " has values of type " + feature.dtype() + ", not " + set.dtype());
        }
        return feature;
    }

    private void set(StoredFeature feature, List<Object> values) throws SQLException {
        refuseColumn(feature);
        if (feature.dtype().isCategorical()) {
            setLabels(feature, values);
        } else {
            setPlain(feature, values);
        }
    }

    /** Several values of a list are one value. */
    private void setPlain(StoredFeature feature, List<Object> values) throws SQLException {
        var isList = feature.dtype() instanceof Dtype.ListOf;
        var whole = isList && (values.size() > 1 || !isText(values)) ? List.<Object>of(values) : values;
        var stored = new ArrayList<PlainValues.Stored>();
        for (var value : whole) {
            stored.add(PlainValues.stored(feature.dtype(), value).orElseThrow(() -> unfit(feature, value)));
        }
        new ValueLinks(target).set(writer, feature, stored);
    }

    private static boolean isText(List<Object> values) {
        return values.size() == 1 && values.getFirst() instanceof CharSequence;
    }

    private static LaminException unfit(StoredFeature feature, Object value) {
        return new LaminException(
                ErrorCode.USAGE,
                "feature " + feature.name() + " has values of type " + feature.dtype() + ", found: " + value,
                new Advice("correct the value, or use another feature"));
    }

    private void setLabels(StoredFeature feature, List<Object> values) throws SQLException {
        var query = writer.query();
        var labels = new ArrayList<StoredLabel>();
        var found = new FeatureLabels(query, feature);
        for (var value : values) {
            var isNew = creates
                    && !(value instanceof StoredLabel)
                    && found.find(value.toString()).isEmpty();
            var label = found.get(writer, value, creates);
            labels.add(isNew ? noted(label) : label);
        }
        FeatureValues.set(writer, target, feature, labels);
    }

    private void remove(StoredFeature feature) throws SQLException {
        refuseColumn(feature);
        for (var links : LabelLinks.of(writer.query(), target.kind(), feature)) {
            links.removeValues(writer, target, feature, List.of());
        }
        new ValueLinks(target).remove(writer, feature);
    }

    /** The values of a column come from the table itself. */
    private void refuseColumn(StoredFeature feature) throws SQLException {
        var isColumn = target.kind() == Target.Kind.ARTIFACT
                && writer.query()
                        .exists(
                                "select 1 from lamindb_artifactschema a join lamindb_schemafeature f"
                                        + " on f.schema_id = a.schema_id where a.artifact_id = ? and f.feature_id = ?",
                                target.id(),
                                feature.id());
        if (isColumn) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "feature " + feature.name() + " is a column of " + target + ", its values come from the table");
        }
    }
}
