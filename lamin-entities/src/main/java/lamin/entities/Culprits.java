package lamin.entities;

import jakarta.persistence.Embeddable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entity at which Hibernate stops: it stops at the first one, and without it the next one shows. */
final class Culprits {
    private final List<ModuleEntities> modules;
    private final Set<Class<?>> entities = new LinkedHashSet<>();

    Culprits(List<ModuleEntities> modules) {
        this.modules = modules;
        modules.forEach(module -> entities.addAll(module.entities()));
    }

    /**
     * The entity that a message names; if it names none, the one that fails in the same way with the fewest others.
     *
     * @param failure what stops the reading of some entities
     */
    Optional<Class<?>> find(RuntimeException stop, Function<List<ModuleEntities>, Optional<RuntimeException>> failure) {
        return named(stop)
                .or(() -> entities.stream()
                        .map(this::withReferences)
                        .sorted(Comparator.comparingInt(Set::size))
                        .filter(some -> failure.apply(only(some))
                                .filter(other -> isSame(other, stop))
                                .isPresent())
                        .findFirst()
                        .map(some -> some.iterator().next()));
    }

    private static boolean isSame(RuntimeException one, RuntimeException other) {
        return one.getClass() == other.getClass() && Objects.equals(one.getMessage(), other.getMessage());
    }

    private Optional<Class<?>> named(RuntimeException stop) {
        var message = Objects.requireNonNullElse(stop.getMessage(), "");
        return entities.stream()
                .filter(entity -> isNamed(entity, message))
                .min(Comparator.comparingInt(entity -> position(entity, message)));
    }

    static boolean isNamed(Class<?> entity, String message) {
        return position(entity, message) >= 0;
    }

    private static int position(Class<?> entity, String message) {
        var name = Pattern.compile("\\b" + Pattern.quote(entity.getName()) + "(?![\\w$])")
                .matcher(message);
        return name.find() ? name.start() : -1;
    }

    /** The modules without an entity and those that need it. */
    List<ModuleEntities> without(Class<?> culprit) {
        var rest = new HashSet<>(entities);
        rest.removeIf(entity -> withReferences(entity).contains(culprit));
        return only(rest);
    }

    private List<ModuleEntities> only(Set<Class<?>> some) {
        return modules.stream()
                .map(module -> new ModuleEntities(
                        module.module(),
                        module.tablePrefix(),
                        module.naming(),
                        module.entities().stream().filter(some::contains).toList(),
                        module.helpers()))
                .toList();
    }

    /** The entity first, then all that it references or extends. */
    private Set<Class<?>> withReferences(Class<?> entity) {
        var found = new LinkedHashSet<Class<?>>();
        collect(entity, found, new HashSet<>());
        return found;
    }

    private void collect(Class<?> type, Set<Class<?>> found, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (entities.contains(type)) {
            found.add(type);
        }
        Attributes.hierarchy(type).forEach(parent -> collect(parent, found, seen));
        Attributes.of(type).stream()
                .flatMap(attribute -> Stream.of(attribute.type(), attribute.element()))
                .filter(Objects::nonNull)
                .filter(target -> entities.contains(target) || target.isAnnotationPresent(Embeddable.class))
                .forEach(target -> collect(target, found, seen));
    }
}
