package lamin.entities;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.internal.entities.EntityMappingException;

/** Problems of entities, collected so that all of them are reported at once. */
final class Problems {
    private final SortedSet<String> found = new TreeSet<>();

    void add(String place, String problem) {
        found.add(place + ": " + problem);
    }

    void sharedTable(String table, String one, String other) {
        add(other, "table " + table + " is that of " + one + " too; give one of them another @Table(name = ...)");
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new EntityMappingException(List.copyOf(found), null);
        }
    }

    /** The problems found so far and the one that stopped Hibernate. */
    EntityMappingException with(RuntimeException cause) {
        found.add(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        return new EntityMappingException(List.copyOf(found), cause);
    }
}
