package lamin.registry;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records. A property is named as in the entity or as its column, and a property of other records with a
 * dot: {@code createdBy.handle} of the referenced record, {@code ulabels.name} of any of the linked ones. Texts are
 * compared with patterns ignoring case, on SQLite only that of the letters A to Z.
 */
public sealed interface Condition {

    /** A condition on one property. */
    sealed interface OfProperty extends Condition {
        String property();

        /** The same condition on another property. */
        OfProperty on(String other);
    }

    record Equal(String property, @Nullable Object value) implements OfProperty {
        @Override
        public Equal on(String other) {
            return new Equal(other, value);
        }
    }

    record In(String property, List<?> values) implements OfProperty {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public In on(String other) {
            return new In(other, values);
        }
    }

    /** {@code %} matches any characters, {@code _} matches one; a backslash before them takes that away. */
    record Like(String property, String pattern) implements OfProperty {
        @Override
        public Like on(String other) {
            return new Like(other, pattern);
        }
    }

    record Contains(String property, String text) implements OfProperty {
        @Override
        public Contains on(String other) {
            return new Contains(other, text);
        }
    }

    record StartsWith(String property, String text) implements OfProperty {
        @Override
        public StartsWith on(String other) {
            return new StartsWith(other, text);
        }
    }

    record Less(String property, Comparable<?> limit) implements OfProperty {
        @Override
        public Less on(String other) {
            return new Less(other, limit);
        }
    }

    record AtMost(String property, Comparable<?> limit) implements OfProperty {
        @Override
        public AtMost on(String other) {
            return new AtMost(other, limit);
        }
    }

    record Greater(String property, Comparable<?> limit) implements OfProperty {
        @Override
        public Greater on(String other) {
            return new Greater(other, limit);
        }
    }

    record AtLeast(String property, Comparable<?> limit) implements OfProperty {
        @Override
        public AtLeast on(String other) {
            return new AtLeast(other, limit);
        }
    }

    /** Met by all records that do not meet the other condition, also by those without a value. */
    record Not(Condition condition) implements Condition {}

    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
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
            case Contains(var property, var text) -> property + " contains " + shown(text);
            case StartsWith(var property, var text) -> property + " starts with " + shown(text);
            case Less(var property, var limit) -> property + " < " + shown(limit);
            case AtMost(var property, var limit) -> property + " <= " + shown(limit);
            case Greater(var property, var limit) -> property + " > " + shown(limit);
            case AtLeast(var property, var limit) -> property + " >= " + shown(limit);
            case Not(var condition) -> "not (" + condition.describe() + ")";
            case AnyOf(var conditions) -> joined(conditions, " or ");
            case AllOf(var conditions) -> joined(conditions, " and ");
        };
    }

    private static String joined(List<Condition> conditions, String between) {
        return conditions.stream().map(Condition::describe).collect(Collectors.joining(between, "(", ")"));
    }

    private static String shown(Object value) {
        return value instanceof String text ? '"' + text + '"' : value.toString();
    }

    /** Null is equal to null. */
    static Condition eq(String property, @Nullable Object value) {
        return new Equal(property, value);
    }

    static Condition isNull(String property) {
        return new Equal(property, null);
    }

    static Condition in(String property, Collection<?> values) {
        return new In(property, List.copyOf(values));
    }

    static Condition like(String property, String pattern) {
        return new Like(property, pattern);
    }

    static Condition contains(String property, String text) {
        return new Contains(property, text);
    }

    static Condition startsWith(String property, String text) {
        return new StartsWith(property, text);
    }

    static Condition less(String property, Comparable<?> limit) {
        return new Less(property, limit);
    }

    static Condition atMost(String property, Comparable<?> limit) {
        return new AtMost(property, limit);
    }

    static Condition greater(String property, Comparable<?> limit) {
        return new Greater(property, limit);
    }

    static Condition atLeast(String property, Comparable<?> limit) {
        return new AtLeast(property, limit);
    }

    /** Both limits are included. */
    static Condition between(String property, Comparable<?> lowest, Comparable<?> highest) {
        return new AllOf(List.of(new AtLeast(property, lowest), new AtMost(property, highest)));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    static Condition anyOf(Condition... conditions) {
        return new AnyOf(List.of(conditions));
    }

    static Condition allOf(Condition... conditions) {
        return new AllOf(List.of(conditions));
    }
}
