package lamin.entities;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.schema.internal.entities.EntityMappingException;
import org.hibernate.HibernateException;

/** Problems of entities, collected so that all of them are reported at once. */
final class Problems {
    private final SortedSet<String> found = new TreeSet<>();
    private final Set<Class<?>> stopping = new HashSet<>();

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

    /**
     * Hibernate does not read the entities because of one of them. What it says then of an entity that was left out for that reason
     * is not reported.
     */
    void stopped(Optional<Class<?>> culprit, RuntimeException cause) {
        var message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        if (stopping.stream().noneMatch(entity -> Culprits.isNamed(entity, message))) {
            found.add(culprit.filter(
                            entity -> !(cause instanceof HibernateException && Culprits.isNamed(entity, message)))
                    .map(entity -> entity.getName() + ": Hibernate " + RunningHibernate.version() + " cannot read it: "
                            + cause)
                    .orElse(message));
        }
        culprit.ifPresent(stopping::add);
    }

    EntityMappingException exception(RuntimeException cause) {
        return new EntityMappingException(List.copyOf(found), cause);
    }
}
