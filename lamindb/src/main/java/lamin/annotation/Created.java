package lamin.annotation;

import java.util.ArrayList;
import java.util.List;
import lamin.feature.StoredFeature;
import lamin.label.StoredLabel;

/** The labels and features that a change created. */
public record Created(List<StoredLabel> labels, List<StoredFeature> features) {
    public Created {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
    }

    Created and(Created more) {
        var allLabels = new ArrayList<>(labels);
        allLabels.addAll(more.labels);
        var allFeatures = new ArrayList<>(features);
        allFeatures.addAll(more.features);
        return new Created(allLabels, allFeatures);
    }
}
