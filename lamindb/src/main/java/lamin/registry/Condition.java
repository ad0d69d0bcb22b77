package lamin.registry;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records. A property is named as in the entity, and a property of a referenced record with a dot:
 * {@code createdBy.handle}.
 */
public sealed interface Condition {

    record Equal(String property, @Nullable Object value) implements Condition {}

    record In(String property, List<?> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    /** {@code %} matches any characters, {@code _} matches one. */
    record Like(String property, String pattern) implements Condition {}

    record Less(String property, Comparable<?> limit) implements Condition {}

    record Greater(String property, Comparable<?> limit) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** The condition in readable form, such as {@code name = "T cell"}. */
    default String describe() {
        return switch (this) {
            case Equal(var property, var value) ->
                value == null ? property + " is null" : property + " = " + shown(value);
            case In(var property, var values) ->
                property + " in " + values.stream().map(Condition::shown).collect(Collectors.joining(", ", "(", ")"));
            case Like(var property, var pattern) -> property + " like " + shown(pattern);
            case Less(var property, var limit) -> property + " < " + shown(limit);
            case Greater(var property, var limit) -> property + " > " + shown(limit);
            case Not(var condition) -> "not (" + condition.describe() + ")";
            case AnyOf(var conditions) ->
                conditions.stream().map(Condition::describe).collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    private static String shown(Object value) {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    /** Null is equal to null. */
    static Condition eq(String property, @Nullable Object value) {
        return new Equal(property, value);
    }

    static Condition in(String property, Collection<?> values) {
        return new In(property, List.copyOf(values));
    }

    static Condition like(String property, String pattern) {
        return new Like(property, pattern);
    }

    static Condition less(String property, Comparable<?> limit) {
        return new Less(property, limit);
    }

    static Condition greater(String property, Comparable<?> limit) {
        return new Greater(property, limit);
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    static Condition anyOf(Condition... conditions) {
        return new AnyOf(List.of(conditions));
    }
}
