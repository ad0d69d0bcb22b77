package lamin.ontology.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a registry knows of some values, in their order and without repetitions. */
public record Inspection(List<Inspected> values) {
    public Inspection {
        values = List.copyOf(values);
    }

    /** How a value is known. */
    public enum Kind {
        /** It is the name of a term. */
        VALIDATED,
        /** It is the name of a term in other letter case. */
        OTHER_CASE,
        /** It is a synonym of a term. */
        SYNONYM,
        /** The source has a term of that name or synonym, and the registry does not. */
        IN_SOURCE,
        UNKNOWN
    }

    /**
     * What is known of a value.
     *
     * @param name the name of the term; null if it is unknown
     * @param similar names that an unknown value may mean, the most similar first
     */
    public record Inspected(
            String value, Kind kind, @Nullable String name, List<String> similar) {
        public Inspected {
            similar = List.copyOf(similar);
        }
    }

    public List<Inspected> of(Kind kind) {
        return values.stream().filter(value -> value.kind() == kind).toList();
    }

    public boolean isValid() {
        return values.size() == of(Kind.VALIDATED).size();
    }
}
