package lamin.registry;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import lamin.registry.Condition.AllOf;
import lamin.registry.Condition.AnyOf;
import lamin.registry.Condition.Not;
import lamin.registry.Condition.OfProperty;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.Session;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** Runs the queries of selections in a session. */
record SelectionCriteria<E>(Session session, EntityTables tables, Class<E> entity, boolean hasTrash) {
    private static final int TRASH = -1;

    private HibernateCriteriaBuilder builder() {
        return session.getFactory().getCriteriaBuilder();
    }

    /** The conditions, of which one on the branch replaces the one that applies by default. */
    private Predicate[] where(CriteriaQuery<?> query, Root<?> root, Wanted wanted) {
        var where = new ArrayList<>(Arrays.asList(predicates(query, root).of(wanted.conditions())));
        if (hasTrash && wanted.conditions().stream().noneMatch(SelectionCriteria::isOnBranch)) {
            var branch = root.get("branch").get("id");
            switch (wanted.branches()) {
                case NOT_TRASH -> where.add(builder().notEqual(branch, TRASH));
                case TRASH -> where.add(builder().equal(branch, TRASH));
                case ALL -> {}
            }
        }
        return where.toArray(Predicate[]::new);
    }

    private static boolean isOnBranch(Condition condition) {
        return switch (condition) {
            case OfProperty leaf -> leaf.property().matches("(?i)branch(_?id)?(\\..*)?");
            case Not(var negated) -> isOnBranch(negated);
            case AnyOf(var conditions) -> conditions.stream().anyMatch(SelectionCriteria::isOnBranch);
            case AllOf(var conditions) -> conditions.stream().anyMatch(SelectionCriteria::isOnBranch);
        };
    }

    private Predicates predicates(CriteriaQuery<?> query, Root<?> root) {
        return new Predicates(session, tables, query, root);
    }

    /** In the requested order, otherwise ordered by id. */
    List<E> list(Wanted wanted) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        query.select(root).where(following(query, root, wanted)).orderBy(orders(wanted, query, root));
        return limited(query, wanted);
    }

    /** The ids alone, in the same order. */
    List<Object> ids(Wanted wanted) {
        var query = builder().createQuery(Object.class);
        var root = query.from(entity);
        query.select(id(root)).where(following(query, root, wanted)).orderBy(orders(wanted, query, root));
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

    /** The conditions, and that records follow the one after which the selection begins. */
    private Predicate[] following(CriteriaQuery<?> query, Root<?> root, Wanted wanted) {
        var where = new ArrayList<>(Arrays.asList(where(query, root, wanted)));
        var after = wanted.after();
        if (after != null) {
            where.add(new Following(session, tables, query, root).of(wanted.sorts(), id(root), start(wanted, after)));
        }
        return where.toArray(Predicate[]::new);
    }

    /** The values of the record after which the selection begins, by which it is sorted, and its id. */
    private Tuple start(Wanted wanted, long id) {
        var query = builder().createTupleQuery();
        var root = query.from(entity);
        var predicates = predicates(query, root);
        var paths = new ArrayList<Selection<?>>();
        wanted.sorts().forEach(sort -> paths.add(predicates.path(sort.property())));
        paths.add(id(root));
        query.select(builder().tuple(paths.toArray(Selection<?>[]::new)))
                .where(builder().equal(id(root), Numbers.convert(id, Numbers.boxed(id(root).getJavaType()))));
        var start = session.createSelectionQuery(query).getSingleResultOrNull();
        if (start == null) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "there is no " + entity.getSimpleName() + " with id " + id + " after which others could follow");
        }
        return start;
    }

    /** A page of the records with higher ids than another, in the order of their ids. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // ids are comparable
    List<E> after(Wanted wanted, @Nullable Object id, int most) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        var where = new ArrayList<>(Arrays.asList(where(query, root, wanted)));
        if (id != null) {
            where.add(builder().greaterThan((Expression) id(root), (Comparable) id));
        }
        query.select(root)
                .where(where.toArray(Predicate[]::new))
                .orderBy(builder().asc(id(root)));
        return session.createSelectionQuery(query).setMaxResults(most).getResultList();
    }

    /** Those of the records with these ids that meet the conditions, in the order of the ids. */
    List<E> withIds(Wanted wanted, List<?> ids) {
        var query = builder().createQuery(entity);
        var root = query.from(entity);
        var where = new ArrayList<>(Arrays.asList(where(query, root, wanted)));
        where.add(id(root).in(ids));
        query.select(root).where(where.toArray(Predicate[]::new));
        var found = new HashMap<Object, E>();
        session.createSelectionQuery(query)
                .getResultList()
                .forEach(each -> found.put(session.getIdentifier(each), each));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    long count(Wanted wanted) {
        var query = builder().createQuery(Long.class);
        var root = query.from(entity);
        query.select(builder().count(root)).where(where(query, root, wanted));
        return session.createSelectionQuery(query).getSingleResult();
    }

    @Nullable
    Object aggregate(Wanted wanted, Aggregate aggregate, String property) {
        var query = builder().createQuery(Object.class);
        var root = query.from(entity);
        var predicates = predicates(query, root);
        query.select(aggregate.of(builder(), predicates.path(property))).where(where(query, root, wanted));
        return session.createSelectionQuery(query).getSingleResultOrNull();
    }

    /** The values of a property and their numbers of records. */
    List<Tuple> countBy(Wanted wanted, String property) {
        var query = builder().createTupleQuery();
        var root = query.from(entity);
        var predicates = predicates(query, root);
        var path = predicates.path(property);
        query.select(builder().tuple(path, builder().count(root)))
                .where(where(query, root, wanted))
                .groupBy(path)
                .orderBy(builder().desc(builder().count(root)), builder().asc(path));
        return session.createSelectionQuery(query).getResultList();
    }

    /** The values of a property and the ids, in the order of the values. */
    List<Tuple> names(Wanted wanted, String property) {
        var query = builder().createTupleQuery();
        var root = query.from(entity);
        var predicates = predicates(query, root);
        var name = predicates.path(property);
        query.select(builder().tuple(name, id(root)))
                .where(where(query, root, wanted))
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
