package lamin.registry;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.internal.SingleAttributeIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Records without an id, as they were before a save that may fail. */
final class Unsaved {
    private final List<Runnable> restorations;

    private Unsaved(List<Runnable> restorations) {
        this.restorations = restorations;
    }

    static Unsaved among(Collection<?> records, Class<?> entity, SessionFactory factory) {
        var persister = factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
        var ids = factory.getPersistenceUnitUtil();
        return new Unsaved(records.stream()
                .filter(candidate -> ids.getIdentifier(candidate) == null)
                .map(unsaved -> restoration(unsaved, persister))
                .toList());
    }

    private static Runnable restoration(Object unsaved, EntityPersister persister) {
        var mapping = (SingleAttributeIdentifierMapping) persister.getIdentifierMapping();
        var id = Objects.requireNonNull(mapping.getPropertyAccess().getSetter());
        var values = persister.getValues(unsaved);
        return () -> {
            persister.setValues(unsaved, values);
            id.set(unsaved, null);
        };
    }

    /** Undoes changes by the save: an id that was rolled back may be assigned to another row. */
    void restore() {
        restorations.forEach(Runnable::run);
    }
}
