package lamin.dataset;

import java.util.List;
import lamin.feature.StoredFeature;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it is in the database.
 *
 * @param name null if it has none
 * @param hash of its members and rules: equal schemas have equal hashes
 */
public record StoredSchema(
        long id,
        String uid,
        @Nullable String name,
        @Nullable String hash,
        @Nullable Long memberCount,
        List<Member> members,
        Rules rules) {
    public StoredSchema {
        members = List.copyOf(members);
    }

    /** A feature and whether its column may be missing. */
    public record Member(StoredFeature feature, boolean isOptional) {}

    /**
     * What a table must obey beside its columns' types.
     *
     * @param itype the registry of the names of columns, as a rule {@code Feature}; null for a composite schema
     * @param isFlexible whether other columns are checked if there is a feature of their name
     * @param isMinimalSet whether columns are required unless they are marked as optional
     * @param isOrderedSet whether columns must have the order of the features
     * @param isMaximalSet whether other columns are refused
     * @param isCoerced whether values of a close type are accepted in all columns
     */
    public record Rules(
            @Nullable String itype,
            boolean isFlexible,
            boolean isMinimalSet,
            boolean isOrderedSet,
            boolean isMaximalSet,
            boolean isCoerced) {
        public static final Rules USUAL = new Rules("Feature", false, true, false, false, false);

        public Rules ordered() {
            return new Rules(itype, isFlexible, isMinimalSet, true, isMaximalSet, isCoerced);
        }

        /** No other columns are allowed. */
        public Rules maximal() {
            return new Rules(itype, isFlexible, isMinimalSet, isOrderedSet, true, isCoerced);
        }

        /** All columns are optional. */
        public Rules notMinimal() {
            return new Rules(itype, isFlexible, false, isOrderedSet, isMaximalSet, isCoerced);
        }

        public Rules flexible() {
            return new Rules(itype, true, isMinimalSet, isOrderedSet, isMaximalSet, isCoerced);
        }

        public Rules coerced() {
            return new Rules(itype, isFlexible, isMinimalSet, isOrderedSet, isMaximalSet, true);
        }
    }

    /** How people recognise it: its name, otherwise its uid. */
    public String label() {
        return name == null ? uid : name;
    }
}
