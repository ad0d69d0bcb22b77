package lamin.feature;

import org.jspecify.annotations.Nullable;

/**
 * A feature as it is in the database.
 *
 * @param unit null if it has none
 * @param isNullable whether values may be missing
 * @param isCoerced whether values of a close type are accepted, such as {@code 1.0} as an integer
 */
public record StoredFeature(
        long id,
        String uid,
        String name,
        Dtype dtype,
        @Nullable String unit,
        @Nullable String description,
        boolean isNullable,
        boolean isCoerced) {}
