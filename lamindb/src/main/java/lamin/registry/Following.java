package lamin.registry;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.dialect.NullOrdering;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/** The condition that records follow another one in an order, with missing values where the database sorts them. */
record Following(Session session, EntityTables tables, CriteriaQuery<?> query, Root<?> root) {

    private HibernateCriteriaBuilder builder() {
        return session.getFactory().getCriteriaBuilder();
    }

    /**
     * The first property in which they differ decides.
     *
     * @param start the values of the sorts, then the id
     */
    Predicate of(List<Wanted.Sort> sorts, Expression<?> id, Tuple start) {
        var predicates = new Predicates(session, tables, query, root);
        var alternatives = new ArrayList<Predicate>();
        var equal = new ArrayList<Predicate>();
        for (int i = 0; i < sorts.size(); i++) {
            var path = predicates.path(sorts.get(i).property());
            alternatives.add(and(equal, later(path, start.get(i), sorts.get(i).descending())));
            equal.add(start.get(i) == null ? builder().isNull(path) : builder().equal(path, start.get(i)));
        }
        alternatives.add(and(equal, later(id, start.get(sorts.size()), false)));
        return builder().or(alternatives.toArray(Predicate[]::new));
    }

    private Predicate and(List<Predicate> equal, Predicate last) {
        var all = new ArrayList<>(equal);
        all.add(last);
        return builder().and(all.toArray(Predicate[]::new));
    }

    private Predicate later(Expression<?> path, @Nullable Object value, boolean descending) {
        boolean isNullLast = isNullSmallest() == descending;
        if (value == null) {
            return isNullLast ? builder().disjunction() : builder().isNotNull(path);
        }
        var compared = compared(path, value, descending);
        return isNullLast ? builder().or(compared, builder().isNull(path)) : compared;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // values that a database sorts are comparable
    private Predicate compared(Expression<?> path, Object value, boolean descending) {
        return descending
                ? builder().lessThan((Expression) path, (Comparable) value)
                : builder().greaterThan((Expression) path, (Comparable) value);
    }

    private boolean isNullSmallest() {
        return session.getFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                        .getNullOrdering()
                == NullOrdering.SMALLEST;
    }
}
