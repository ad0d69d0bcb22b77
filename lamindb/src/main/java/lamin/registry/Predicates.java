package lamin.registry;

import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lamin.registry.Condition.AllOf;
import lamin.registry.Condition.AnyOf;
import lamin.registry.Condition.AtLeast;
import lamin.registry.Condition.AtMost;
import lamin.registry.Condition.Contains;
import lamin.registry.Condition.Equal;
import lamin.registry.Condition.Greater;
import lamin.registry.Condition.In;
import lamin.registry.Condition.Less;
import lamin.registry.Condition.Like;
import lamin.registry.Condition.Not;
import lamin.registry.Condition.OfProperty;
import lamin.registry.Condition.StartsWith;
import lamin.registry.EntityTables.Way;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.search.SearchRanking;
import lamin.search.SimilarNames;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** Translates conditions into JPA criteria. Other records are reached by subqueries, so that no record occurs twice. */
record Predicates(Session session, EntityTables tables, CommonAbstractCriteria query, Root<?> root) {
    private static final List<String> IDENTIFIERS = List.of("uid", "name", "key", "handle", "ontologyId");

    private HibernateCriteriaBuilder builder() {
        return session.getCriteriaBuilder();
    }

    Predicate[] of(List<Condition> conditions) {
        return conditions.stream().map(condition -> of(root, condition)).toArray(Predicate[]::new);
    }

    private Predicate of(Path<?> start, Condition condition) {
        return switch (condition) {
            case Not(var negated) -> not(start, negated);
            case AnyOf(var conditions) ->
                builder().or(conditions.stream().map(each -> of(start, each)).toArray(Predicate[]::new));
            case AllOf(var conditions) ->
                builder().and(conditions.stream().map(each -> of(start, each)).toArray(Predicate[]::new));
            case OfProperty leaf -> ofProperty(start, leaf);
        };
    }

    /** Unlike in SQL, a comparison with a missing value is not met, so that its negation is. */
    private Predicate not(Path<?> start, Condition negated) {
        return builder()
                .equal(
                        builder()
                                .<Integer>selectCase()
                                .when(of(start, negated), 1)
                                .otherwise(0),
                        0);
    }

    private Predicate ofProperty(Path<?> start, OfProperty condition) {
        int dot = condition.property().indexOf('.');
        var first = dot < 0 ? condition.property() : condition.property().substring(0, dot);
        var rest = dot < 0 ? null : condition.on(condition.property().substring(dot + 1));
        var attribute = attribute(start.getJavaType(), first);
        if (attribute == null) {
            return throughLink(start, way(start, first), condition, rest);
        }
        if (rest == null) {
            return comparison(start.get(attribute), condition);
        }
        var other = start.get(attribute);
        return isEntity(other.getJavaType()) ? throughReference(other, rest) : ofProperty(other, rest);
    }

    private Way way(Path<?> start, String name) {
        return tables.way(start.getJavaType(), name).orElseThrow(() -> unknown(start.getJavaType(), name));
    }

    /** Not by a join, which would exclude records without a reference from every other condition. */
    private Predicate throughReference(Path<?> reference, OfProperty rest) {
        var subquery = query.subquery(Integer.class);
        var target = subquery.from(reference.getJavaType());
        subquery.select(builder().literal(1));
        subquery.where(builder().equal(target, reference), within(subquery, target, rest));
        return builder().exists(subquery);
    }

    private Predicate throughLink(Path<?> start, Way way, OfProperty condition, @Nullable OfProperty rest) {
        var subquery = query.subquery(Integer.class);
        var link = subquery.from(way.link());
        subquery.select(builder().literal(1));
        var isLinked = builder().equal(link.get(way.from()), start);
        if (rest == null && condition instanceof Equal(var ignored, var value) && value == null) {
            return builder().not(builder().exists(subquery.where(isLinked)));
        }
        var other = way.to() == null ? link : link.get(way.to());
        var inner = rest == null ? identified(other, condition) : rest;
        return builder().exists(subquery.where(isLinked, within(subquery, other, inner)));
    }

    /** The other record itself is compared with what identifies it. */
    private Condition identified(Path<?> other, OfProperty condition) {
        return new AnyOf(IDENTIFIERS.stream()
                .filter(name -> attribute(other.getJavaType(), name) != null)
                .<Condition>map(condition::on)
                .toList());
    }

    private Predicate within(CommonAbstractCriteria inner, Path<?> start, Condition condition) {
        return new Predicates(session, tables, inner, root).of(start, condition);
    }

    private Predicate comparison(Path<?> path, OfProperty condition) {
        return switch (condition) {
            case Equal(var ignored, var value) ->
                value == null ? builder().isNull(path) : builder().equal(path, convert(path, value));
            case In(var ignored, var values) ->
                path.in(values.stream().map(value -> convert(path, value)).toList());
            case Like(var ignored, var pattern) -> like(path, pattern);
            case Contains(var ignored, var text) -> like(path, "%" + SearchRanking.escaped(text) + "%");
            case StartsWith(var ignored, var text) -> like(path, SearchRanking.escaped(text) + "%");
            case Less(var ignored, var limit) -> compared(path, limit, HibernateCriteriaBuilder::lessThan);
            case AtMost(var ignored, var limit) -> compared(path, limit, HibernateCriteriaBuilder::lessThanOrEqualTo);
            case Greater(var ignored, var limit) -> compared(path, limit, HibernateCriteriaBuilder::greaterThan);
            case AtLeast(var ignored, var limit) ->
                compared(path, limit, HibernateCriteriaBuilder::greaterThanOrEqualTo);
        };
    }

    private Predicate like(Path<?> path, String pattern) {
        return builder().ilike(path.as(String.class), pattern, '\\');
    }

    /** A comparison with a limit. */
    @FunctionalInterface
    private interface Comparison {
        Predicate of(HibernateCriteriaBuilder builder, Expression<Comparable<Object>> path, Comparable<Object> limit);
    }

    @SuppressWarnings("unchecked") // convert has checked that the limit is of the path's type
    private Predicate compared(Path<?> path, Comparable<?> limit, Comparison comparison) {
        return comparison.of(
                builder(), (Expression<Comparable<Object>>) path, (Comparable<Object>) convert(path, limit));
    }

    /** The path of a property of the record or of referenced ones, for ordering; records without a reference are kept. */
    Path<?> path(String property) {
        Path<?> path = root;
        for (var name : property.split("\\.", -1)) {
            var attribute = attribute(path.getJavaType(), name);
            if (attribute == null) {
                throw unknown(path.getJavaType(), name);
            }
            var next = path.get(attribute);
            path = path instanceof From<?, ?> from && isEntity(next.getJavaType())
                    ? from.join(attribute, JoinType.LEFT)
                    : next;
        }
        return path;
    }

    private boolean isEntity(Class<?> type) {
        return session.getMetamodel().getEntities().stream().anyMatch(entity -> entity.getJavaType() == type);
    }

    /** The attribute with that name, however it is written: {@code createdAt} is also {@code created_at}. */
    private @Nullable String attribute(Class<?> type, String name) {
        var names = names(type);
        return names.contains(name)
                ? name
                : names.stream()
                        .filter(known -> plain(known).equals(plain(name)))
                        .findFirst()
                        .orElse(null);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private List<String> names(Class<?> javaType) {
        return session.getMetamodel().getManagedTypes().stream()
                .filter(type -> type.getJavaType() == javaType)
                .flatMap(type -> type.getAttributes().stream())
                .map(Attribute::getName)
                .toList();
    }

    private LaminException unknown(Class<?> type, String property) {
        var known =
                Stream.concat(names(type).stream(), tables.names(type).stream()).toList();
        return new LaminException(
                ErrorCode.USAGE,
                "there is no property '" + property + "' in " + type.getSimpleName()
                        + (known.isEmpty() ? "" : new SimilarNames(known).hint(property)));
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
