package lamin.annotation;

import java.util.List;
import lamin.feature.Dtype;
import lamin.label.LabelName;
import org.jspecify.annotations.Nullable;

/** A change of annotations. */
public sealed interface Change {

    /** Adds a label that is not the value of a feature. */
    record AddLabel(LabelName label) implements Change {}

    /** Removes a label, whatever feature it is a value of. */
    record RemoveLabel(LabelName label) implements Change {}

    /**
     * Replaces the values of a feature.
     *
     * @param dtype the type with which a missing feature is created; null to infer it from the value
     * @param values at least one; labels are {@link lamin.label.StoredLabel} or texts
     */
    record SetValues(String feature, @Nullable Dtype dtype, List<Object> values) implements Change {
        public SetValues {
            values = List.copyOf(values);
        }
    }

    /** Removes all values of a feature. */
    record RemoveValues(String feature) implements Change {}
}
