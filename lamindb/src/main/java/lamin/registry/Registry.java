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
 * All records of one entity in an instance. What is read stays usable afterwards; a changed record is stored by
 * {@link #save} alone.
 */
public final class Registry<E> {
    /** Records that a session holds on to before they are written and let go. */
    private static final int CHUNK = 1000;

    private final Sessions sessions;
    private final Author author;
    private final Class<E> entity;

    Registry(Sessions sessions, Author author, Class<E> entity) {
        this.sessions = sessions;
        this.author = author;
        this.entity = entity;
    }

    /** Adds a record, or stores the changes of one that was saved before. The result has its id, uid and author. */
    public E save(E record) {
        return saveAll(List.of(record)).getFirst();
    }

    /** Saves all of the records or none; new ones that could not be saved are as they were before. */
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

    /** The record with that uid; a missing one is refused. */
    public E get(String uid) {
        return find(uid).orElseThrow(() -> missing("uid " + uid));
    }

    /** The record with that id; a missing one is refused. */
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

    /** Those whose property has that value. */
    public Selection<E> filter(String property, @Nullable Object value) {
        return filter(Condition.eq(property, value));
    }

    /** Those that meet all of the conditions. */
    public Selection<E> filter(Condition... conditions) {
        return new Selection<>(sessions, entity, List.of(conditions));
    }

    /** Every record, in the order of their ids. */
    public List<E> all() {
        return filter().list();
    }

    /** How many records there are. */
    public long count() {
        return filter().count();
    }

    private LaminException missing(String what) {
        return new LaminException(ErrorCode.USAGE, "there is no " + entity.getSimpleName() + " with " + what);
    }
}
