package lamin.annotation;

import java.sql.SQLException;
import java.util.List;
import lamin.feature.StoredFeature;
import lamin.label.StoredLabel;
import lamin.record.RecordWriter;

/** The labels that are values of a feature, written without a check of the feature. */
public final class FeatureValues {
    private FeatureValues() {}

    /** Replaces the labels of a feature. */
    public static void set(RecordWriter writer, Target target, StoredFeature feature, List<StoredLabel> labels)
            throws SQLException {
        for (var links : LabelLinks.of(writer.query(), target.kind(), feature)) {
            links.removeValues(writer, target, feature, labels);
        }
        for (var label : labels) {
            LabelLinks.of(writer.query(), target.kind(), label.registry()).add(writer, target, label, feature);
        }
    }
}
