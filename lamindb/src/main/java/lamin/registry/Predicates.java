package lamin.registry;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import lamin.registry.Condition.AnyOf;
import lamin.registry.Condition.Equal;
import lamin.registry.Condition.Greater;
import lamin.registry.Condition.In;
import lamin.registry.Condition.Less;
import lamin.registry.Condition.Like;
import lamin.registry.Condition.Not;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Translates conditions into JPA criteria. */
record Predicates(CriteriaBuilder builder, Metamodel metamodel, Root<?> root) {

    Predicate[] of(List<Condition> conditions) {
        return conditions.stream().map(this::of).toArray(Predicate[]::new);
    }

    private Predicate of(Condition condition) {
        return switch (condition) {
            case Equal(var property, var value) ->
                value == null
                        ? builder.isNull(path(property))
                        : builder.equal(path(property), convert(path(property), value));
            case In(var property, var values) -> {
                var path = path(property);
                yield path.in(values.stream().map(value -> convert(path, value)).toList());
            }
            case Like(var property, var pattern) -> builder.like(path(property).as(String.class), pattern);
            case Less(var property, var limit) -> less(path(property), limit);
            case Greater(var property, var limit) -> greater(path(property), limit);
            case Not(var negated) -> builder.not(of(negated));
            case AnyOf(var conditions) -> builder.or(of(conditions));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // convert has checked that the limit is of the path's type
    private Predicate less(Path<?> path, Comparable<?> limit) {
        return builder.lessThan((Expression<Comparable>) path, (Comparable) convert(path, limit));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as above
    private Predicate greater(Path<?> path, Comparable<?> limit) {
        return builder.greaterThan((Expression<Comparable>) path, (Comparable) convert(path, limit));
    }

    Path<?> path(String property) {
        Path<?> path = root;
        for (var name : property.split("\\.", -1)) {
            var type = managed(path.getJavaType());
            if (type == null
                    || type.getAttributes().stream()
                            .noneMatch(known -> known.getName().equals(name))) {
                throw unknown(property, type);
            }
            path = path.get(name);
        }
        return path;
    }

    private @Nullable ManagedType<?> managed(Class<?> javaType) {
        return metamodel.getManagedTypes().stream()
                .filter(type -> type.getJavaType() == javaType)
                .findFirst()
                .orElse(null);
    }

    private LaminException unknown(String property, @Nullable ManagedType<?> type) {
        var known = type == null
                ? List.<String>of()
                : type.getAttributes().stream().map(Attribute::getName).sorted().toList();
        return new LaminException(
                ErrorCode.USAGE,
                "there is no property '" + property + "' in "
                        + root.getJavaType().getSimpleName()
                        + (known.isEmpty() ? "" : "\nknown are: " + String.join(", ", known)));
    }

    private static Object convert(Path<?> path, Object value) {
        var type = path.getJavaType();
        var converted = value instanceof Number number ? Numbers.convert(number, type) : value;
        if (!Numbers.boxed(type).isInstance(converted)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "expected a " + type.getSimpleName() + ", found the "
                            + value.getClass().getSimpleName() + " " + value);
        }
        return converted;
    }
}
