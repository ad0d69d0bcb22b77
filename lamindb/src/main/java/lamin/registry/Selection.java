package lamin.registry;

import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Records of a registry that meet conditions. They are read on request, each time. */
public final class Selection<E> {
    private final Sessions sessions;
    private final Class<E> entity;
    private final List<Condition> conditions;
    private final List<Sort> sorts;
    private final int limit;

    Selection(Sessions sessions, Class<E> entity, List<Condition> conditions) {
        this(sessions, entity, conditions, List.of(), Integer.MAX_VALUE);
    }

    private Selection(Sessions sessions, Class<E> entity, List<Condition> conditions, List<Sort> sorts, int limit) {
        this.sessions = sessions;
        this.entity = entity;
        this.conditions = List.copyOf(conditions);
        this.sorts = List.copyOf(sorts);
        this.limit = limit;
    }

    private record Sort(String property, boolean descending) {
        Order order(HibernateCriteriaBuilder builder, Predicates predicates) {
            return descending ? builder.desc(predicates.path(property)) : builder.asc(predicates.path(property));
        }
    }

    /** The records that also meet these conditions. */
    public Selection<E> filter(Condition... more) {
        return new Selection<>(sessions, entity, plus(conditions, List.of(more)), sorts, limit);
    }

    /** The same ordered by that property, after the properties named before. */
    public Selection<E> orderBy(String property) {
        return new Selection<>(sessions, entity, conditions, plus(sorts, List.of(new Sort(property, false))), limit);
    }

    /** Like {@link #orderBy}, in descending order. */
    public Selection<E> orderByDescending(String property) {
        return new Selection<>(sessions, entity, conditions, plus(sorts, List.of(new Sort(property, true))), limit);
    }

    /** At most that many. */
    public Selection<E> limit(int most) {
        return new Selection<>(sessions, entity, conditions, sorts, most);
    }

    /** In the requested order, otherwise ordered by id. */
    public List<E> list() {
        return sessions.read(session -> {
            var query = session.createSelectionQuery(criteria(session));
            return (limit == Integer.MAX_VALUE ? query : query.setMaxResults(limit)).getResultList();
        });
    }

    /** Like {@link #list}. */
    public Stream<E> stream() {
        return list().stream();
    }

    /** The first record in that order, if there is one. */
    public Optional<E> first() {
        return limit(1).stream().findFirst();
    }

    /** The only record; fails if there are none or several. */
    public E one() {
        var found = limit(2).list();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new LaminException(
                ErrorCode.USAGE,
                "expected one " + entity.getSimpleName() + ", found " + (found.isEmpty() ? "none" : "several")
                        + (conditions.isEmpty()
                                ? ""
                                : " with "
                                        + conditions.stream()
                                                .map(Condition::describe)
                                                .collect(Collectors.joining(" and "))));
    }

    /** The number of records, ignoring the limit. */
    public long count() {
        return sessions.read(session -> {
            var builder = session.getCriteriaBuilder();
            var query = builder.createQuery(Long.class);
            var root = query.from(entity);
            query.select(builder.count(root)).where(predicates(session, root).of(conditions));
            return session.createSelectionQuery(query).getSingleResult();
        });
    }

    private CriteriaQuery<E> criteria(Session session) {
        var builder = session.getFactory().getCriteriaBuilder();
        var query = builder.createQuery(entity);
        var root = query.from(entity);
        var predicates = predicates(session, root);
        query.select(root).where(predicates.of(conditions));
        var orders = new ArrayList<Order>();
        sorts.forEach(sort -> orders.add(sort.order(builder, predicates)));
        if (sorts.isEmpty()) {
            orders.add(builder.asc(builder.id(root)));
        }
        return query.orderBy(orders);
    }

    private static Predicates predicates(Session session, Root<?> root) {
        return new Predicates(session.getCriteriaBuilder(), session.getMetamodel(), root);
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
