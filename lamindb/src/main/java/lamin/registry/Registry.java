package lamin.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lnschema_core.BaseRecord;
import lnschema_core.SaveContext;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * All records of one entity in an instance. Records stay usable after they were read; a changed record is stored only
 * by {@link #save}.
 */
public final class Registry<E> {
    /** The number of records that a session holds before they are written and released. */
    private static final int CHUNK = 1000;

    private final Sessions sessions;
    private final Author author;
    private final Class<E> entity;

    Registry(Sessions sessions, Author author, Class<E> entity) {
        this.sessions = sessions;
        this.author = author;
        this.entity = entity;
    }

    /** Adds a record, or stores the changes of an already saved one. The result has its id, uid and author. */
    public E save(E record) {
        return saveAll(List.of(record)).getFirst();
    }

    /** Saves all of the records or none; new records that could not be saved are restored to their previous state. */
    public List<E> saveAll(Collection<? extends E> records) {
        var unsaved = Unsaved.among(records, entity, sessions.factory());
        boolean succeeded = false;
        try {
            var saved = sessions.write(session -> saveAll(records, session));
            succeeded = true;
            return saved;
        } finally {
            if (!succeeded) {
                unsaved.restore();
            }
        }
    }

    private List<E> saveAll(Collection<? extends E> records, Session session) {
        var context = author.context(session);
        var saved = new ArrayList<E>(records.size());
        for (var record : records) {
            saved.add(save(record, session, context));
            if (saved.size() % CHUNK == 0) {
                session.flush();
                session.clear();
            }
        }
        return saved;
    }

    private E save(E record, Session session, SaveContext context) {
        if (record instanceof BaseRecord base) {
            base.prepare(context);
        }
        if (id(record) != null) {
            return session.merge(record);
        }
        session.persist(record);
        return record;
    }

    private @Nullable Object id(E record) {
        return sessions.factory().getPersistenceUnitUtil().getIdentifier(record);
    }

    /** The record with that uid; fails if it is missing. */
    public E get(String uid) {
        return find(uid).orElseThrow(() -> missing("uid " + uid));
    }

    /** The record with that id; fails if it is missing. */
    public E get(long id) {
        return find(id).orElseThrow(() -> missing("id " + id));
    }

    /** The record with that uid, if there is one. */
    public Optional<E> find(String uid) {
        return filter("uid", uid).first();
    }

    /** The record with that id, if there is one. */
    public Optional<E> find(long id) {
        return filter(idName(), id).first();
    }

    private String idName() {
        return sessions.factory().getMetamodel().entity(entity).getSingularAttributes().stream()
                .filter(attribute -> attribute.isId())
                .findFirst()
                .orElseThrow()
                .getName();
    }

    /** The records whose property has that value. */
    public Selection<E> filter(String property, @Nullable Object value) {
        return filter(Condition.eq(property, value));
    }

    /** The records that meet all of the conditions. */
    public Selection<E> filter(Condition... conditions) {
        return new Selection<>(sessions, entity, List.of(conditions));
    }

    /** All records, ordered by id. */
    public List<E> all() {
        return filter().list();
    }

    /** The number of records. */
    public long count() {
        return filter().count();
    }

    private LaminException missing(String what) {
        return new LaminException(ErrorCode.USAGE, "there is no " + entity.getSimpleName() + " with " + what);
    }
}
