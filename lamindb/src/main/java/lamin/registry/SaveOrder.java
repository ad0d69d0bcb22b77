package lamin.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;

/** Puts new records in an order in which none refers to a later one. */
final class SaveOrder {
    private final SessionFactory factory;
    private final Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> finished = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<AttributeMapping> references;

    private SaveOrder(SessionFactory factory, Class<?> entity, Collection<?> records) {
        this.factory = factory;
        this.wanted.addAll(records);
        var references = new ArrayList<AttributeMapping>();
        factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity)
                .forEachAttributeMapping(attribute -> {
                    if (attribute instanceof ToOneAttributeMapping) {
                        references.add(attribute);
                    }
                });
        this.references = List.copyOf(references);
    }

    /** Refuses records that refer to an unsaved record which is not among them. */
    static <E> List<E> of(Collection<E> records, Class<?> entity, SessionFactory factory) {
        var order = new SaveOrder(factory, entity, records);
        var ordered = new ArrayList<E>(records.size());
        records.forEach(each -> order.add(each, ordered));
        return ordered;
    }

    /** Chains may be too long for recursion. */
    private <E> void add(E start, List<E> ordered) {
        var open = new ArrayDeque<E>();
        open.push(start);
        while (!open.isEmpty()) {
            var current = open.element();
            var earlier = begun.add(current) ? references(current) : List.<E>of();
            earlier.forEach(open::push);
            if (earlier.isEmpty()) {
                open.pop();
                if (finished.add(current)) {
                    ordered.add(current);
                }
            }
        }
    }

    /** The new records to which a record refers. */
    @SuppressWarnings("unchecked") // a wanted record is one of them
    private <E> List<E> references(E newRecord) {
        var found = new ArrayList<E>();
        for (var reference : references) {
            var other = reference.getValue(newRecord);
            if (other != null && isNew(other)) {
                requireSavable(newRecord, reference, other);
                if (!finished.contains(other)) {
                    found.add((E) other);
                }
            }
        }
        return found;
    }

    private boolean isNew(Object other) {
        return factory.getPersistenceUnitUtil().getIdentifier(other) == null;
    }

    private void requireSavable(Object newRecord, AttributeMapping reference, Object other) {
        boolean isInCycle = begun.contains(other) && !finished.contains(other);
        if (!wanted.contains(other) || isInCycle) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    newRecord.getClass().getSimpleName() + " refers to an unsaved record in "
                            + reference.getAttributeName()
                            + (isInCycle ? ", which refers back to it: " : ": ") + other + "\nrecord: " + newRecord);
        }
    }
}
