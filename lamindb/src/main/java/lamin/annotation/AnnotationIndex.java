package lamin.annotation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.annotation.Target.Kind;
import lamin.feature.FeatureTable;
import lamin.feature.PlainValues;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.label.LabelName;
import lamin.label.Labels;
import lamin.label.StoredLabel;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Finds artifacts by their labels and feature values. Artifacts in the trash are left out. */
public final class AnnotationIndex {
    private static final String SELECT = "select distinct a.uid from lamindb_artifact a join ";
    private static final String NOT_IN_TRASH = " and a.branch_id <> -1 order by a.uid";

    private final RecordStore store;

    public AnnotationIndex(RecordStore store) {
        this.store = store;
    }

    /** The uids of all versions with a label, whatever feature it is a value of. */
    public List<String> artifactsWithLabel(String label) {
        return store.read(connection -> {
            var query = new Query(connection);
            return artifacts(query, Labels.get(query, LabelName.parse(label)), null);
        });
    }

    /** The uids of all versions with a value of a feature: a label or its name, or a plain value. */
    public List<String> artifactsWithValue(String feature, Object value) {
        return store.read(connection -> {
            var query = new Query(connection);
            var found = new FeatureTable(query).get(feature);
            return found.dtype().isCategorical()
                    ? artifactsWithLabel(query, found, value)
                    : artifactsWithPlain(query, found, value);
        });
    }

    private static List<String> artifactsWithLabel(Query query, StoredFeature feature, Object value)
            throws SQLException {
        var labels = new ArrayList<StoredLabel>();
        if (value instanceof StoredLabel label) {
            labels.add(label);
        } else {
            new FeatureLabels(query, feature).find(value.toString()).ifPresent(labels::add);
        }
        return labels.isEmpty() ? List.of() : artifacts(query, labels.getFirst(), feature);
    }

    private static List<String> artifacts(Query query, StoredLabel label, @Nullable StoredFeature feature)
            throws SQLException {
        var links = LabelLinks.of(query, Kind.ARTIFACT, label.registry());
        var sql = SELECT + links.table() + " l on l.artifact_id = a.id where l." + links.labelColumn() + " = ?";
        return feature == null
                ? uids(query, sql, label.id())
                : uids(query, sql + " and l.feature_id = ?", label.id(), feature.id());
    }

    private static List<String> artifactsWithPlain(Query query, StoredFeature feature, Object value)
            throws SQLException {
        var stored = PlainValues.stored(feature.dtype(), value)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "feature " + feature.name() + " has values of type " + feature.dtype() + ", found: " + value));
        var id = ValueLinks.find(query, feature, stored);
        return id.isEmpty()
                ? List.of()
                : uids(
                        query,
                        SELECT + "lamindb_artifactjsonvalue l on l.artifact_id = a.id where l.jsonvalue_id = ?",
                        id.get());
    }

    private static List<String> uids(Query query, String sql, Object... parameters) throws SQLException {
        return query.list(sql + NOT_IN_TRASH, row -> row.getString(1), parameters);
    }
}
