package lamin.registry;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** By what a new record is recognised as one that exists. */
final class Identity {
    private static final List<String> PROPERTIES = List.of("uid", "ontologyId", "key", "name", "handle");

    private final EntityPersister persister;

    Identity(SessionFactory factory, Class<?> entity) {
        this.persister = factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
    }

    /** The condition that the existing record meets. */
    Condition of(Object newRecord) {
        var conditions = new ArrayList<Condition>();
        conditions.add(telling(newRecord));
        if (has("type")) {
            conditions.add(Condition.eq("type", value(newRecord, "type")));
        }
        return new Condition.AllOf(conditions);
    }

    private Condition telling(Object newRecord) {
        for (var property : PROPERTIES) {
            var value = has(property) ? value(newRecord, property) : null;
            if (value != null) {
                return Condition.eq(property, value);
            }
        }
        throw new LaminException(
                ErrorCode.USAGE,
                "a record is recognised by one of its properties " + String.join(", ", PROPERTIES)
                        + ", which are all missing\nrecord: " + newRecord);
    }

    private boolean has(String property) {
        return persister.findAttributeMapping(property) != null;
    }

    private @Nullable Object value(Object newRecord, String property) {
        return persister.findAttributeMapping(property).getValue(newRecord);
    }
}
