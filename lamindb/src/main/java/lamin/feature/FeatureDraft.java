package lamin.feature;

import org.jspecify.annotations.Nullable;

/** A feature to be created. */
public record FeatureDraft(
        String name,
        Dtype dtype,
        @Nullable String unit,
        @Nullable String description,
        boolean isNullable,
        boolean isCoerced) {

    /** Values may be missing, and are not coerced. */
    public static FeatureDraft of(String name, Dtype dtype) {
        return new FeatureDraft(name, dtype, null, null, true, false);
    }

    public FeatureDraft unit(String newUnit) {
        return new FeatureDraft(name, dtype, newUnit, description, isNullable, isCoerced);
    }

    public FeatureDraft description(String newDescription) {
        return new FeatureDraft(name, dtype, unit, newDescription, isNullable, isCoerced);
    }

    /** Values must not be missing. */
    public FeatureDraft notNull() {
        return new FeatureDraft(name, dtype, unit, description, false, isCoerced);
    }

    /** Values of a close type are accepted. */
    public FeatureDraft coerced() {
        return new FeatureDraft(name, dtype, unit, description, isNullable, true);
    }
}
