package lamin.registry;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** Runs the queries of selections in a session. */
record SelectionCriteria<E>(Session session, EntityTables tables, Class<E> entity) {

    private HibernateCriteriaBuilder builder() {
        return session.getFactory().getCriteriaBuilder();
    }

    private Predicates predicates(CriteriaQuery<?> query, Root<?> root) {
        return new Predicates(session, tables, query, root);
    }

    /** In the requested order, otherwise ordered by id. */
    List<E> list(Wanted wanted) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        query.select(root)
                .where(predicates(query, root).of(wanted.conditions()))
                .orderBy(orders(wanted, query, root));
        return limited(query, wanted);
    }

    /** The ids alone, in the same order. */
    List<Object> ids(Wanted wanted) {
        var query = builder().createQuery(Object.class);
        var root = query.from(entity);
        query.select(id(root))
                .where(predicates(query, root).of(wanted.conditions()))
                .orderBy(orders(wanted, query, root));
        return limited(query, wanted);
    }

    private <T> List<T> limited(CriteriaQuery<T> criteria, Wanted wanted) {
        var query = session.createSelectionQuery(criteria).setFirstResult(wanted.offset());
        return (wanted.limit() == Integer.MAX_VALUE ? query : query.setMaxResults(wanted.limit())).getResultList();
    }

    private List<Order> orders(Wanted wanted, CriteriaQuery<?> query, Root<?> root) {
        var predicates = predicates(query, root);
        var orders = new ArrayList<Order>();
        for (var sort : wanted.sorts()) {
            var path = predicates.path(sort.property());
            orders.add(sort.descending() ? builder().desc(path) : builder().asc(path));
        }
        orders.add(builder().asc(id(root)));
        return orders;
    }

    /** A page of the records with higher ids than another, in the order of their ids. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // ids are comparable
    List<E> after(List<Condition> conditions, @Nullable Object id, int most) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        var where = new ArrayList<>(Arrays.asList(predicates(query, root).of(conditions)));
        if (id != null) {
            where.add(builder().greaterThan((Expression) id(root), (Comparable) id));
        }
        query.select(root)
                .where(where.toArray(Predicate[]::new))
                .orderBy(builder().asc(id(root)));
        return session.createSelectionQuery(query).setMaxResults(most).getResultList();
    }

    /** Those of the records with these ids that meet the conditions, in the order of the ids. */
    List<E> withIds(List<Condition> conditions, List<?> ids) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        var where = new ArrayList<>(Arrays.asList(predicates(query, root).of(conditions)));
        where.add(id(root).in(ids));
        query.select(root).where(where.toArray(Predicate[]::new));
        var found = new HashMap<Object, E>();
        session.createSelectionQuery(query)
                .getResultList()
                .forEach(each -> found.put(session.getIdentifier(each), each));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    long count(List<Condition> conditions) {
        var query = builder().createQuery(Long.class);
        var root = query.from(entity);
        query.select(builder().count(root)).where(predicates(query, root).of(conditions));
        return session.createSelectionQuery(query).getSingleResult();
    }

    @Nullable
    Object aggregate(List<Condition> conditions, Aggregate aggregate, String property) {
        var query = builder().createQuery(Object.class);
        var root = query.from(entity);
        var predicates = predicates(query, root);
        query.select(aggregate.of(builder(), predicates.path(property))).where(predicates.of(conditions));
        return session.createSelectionQuery(query).getSingleResultOrNull();
    }

    /** The values of a property and their numbers of records. */
    List<Tuple> countBy(List<Condition> conditions, String property) {
        var query = builder().createTupleQuery();
        var root = query.from(entity);
        var predicates = predicates(query, root);
        var path = predicates.path(property);
        query.select(builder().tuple(path, builder().count(root)))
                .where(predicates.of(conditions))
                .groupBy(path)
                .orderBy(builder().desc(builder().count(root)), builder().asc(path));
        return session.createSelectionQuery(query).getResultList();
    }

    /** The values of a property and the ids, in the order of the values. */
    List<Tuple> names(List<Condition> conditions, String property) {
        var query = builder().createTupleQuery();
        var root = query.from(entity);
        var predicates = predicates(query, root);
        var name = predicates.path(property);
        query.select(builder().tuple(name, id(root)))
                .where(predicates.of(conditions))
                .orderBy(builder().asc(name), builder().asc(id(root)));
        return session.createSelectionQuery(query).getResultList().stream()
                .filter(row -> row.get(0) != null)
                .toList();
    }

    @SuppressWarnings("unchecked") // an expression of any type
    private Expression<Object> id(Root<?> root) {
        return (Expression<Object>) (Expression<?>) builder().id(root);
    }
}
