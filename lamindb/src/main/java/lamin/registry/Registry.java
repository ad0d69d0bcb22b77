package lamin.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.trash.DeletePlan;
import lamin.trash.Trash;
import lnschema_core.BaseRecord;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * All records of one entity in an instance. Records stay usable after they were read; a changed record is stored only
 * by {@link #save}. Any number of threads may use a registry; a record belongs to one thread at a time.
 */
public final class Registry<E> {
    /** The number of records that a session holds before they are written and released. */
    private static final int CHUNK = 1000;

    private final Sessions sessions;
    private final Author author;
    private final Trash trash;
    private final Class<E> entity;

    Registry(Sessions sessions, Author author, Trash trash, Class<E> entity) {
        this.sessions = sessions;
        this.author = author;
        this.trash = trash;
        this.entity = entity;
    }

    /**
     * The record with the same uid, ontology id, key or name (of the same type, if it has one), otherwise this one, saved.
     * Of any number of programs that do this at once, one saves it.
     */
    public E getOrSave(E record) {
        var known = known(record);
        return known.first()
                .orElseGet(() -> restoring(List.of(record), session -> {
                    sessions.lock(session, entity.getName() + " " + known);
                    var meanwhile = known.limit(1).list(session);
                    return meanwhile.isEmpty()
                            ? saveAll(List.of(record), session).getFirst()
                            : meanwhile.getFirst();
                }));
    }

    private Selection<E> known(E record) {
        return filter(new Identity(sessions.factory(), entity).of(record));
    }

    /** Adds a record, or stores the changes of an already saved one. The result has its id, uid and author. */
    public E save(E record) {
        return saveAll(List.of(record)).getFirst();
    }

    /**
     * Saves all of the records or none; new records that could not be saved are restored to their previous state, also if
     * a transaction that they were saved in is rolled back.
     */
    public List<E> saveAll(Collection<? extends E> records) {
        return restoring(records, session -> saveAll(records, session));
    }

    private <T> T restoring(Collection<? extends E> records, Function<Session, T> work) {
        var unsaved = Unsaved.among(records, entity, sessions.factory());
        boolean succeeded = false;
        try {
            var result = sessions.write(work);
            succeeded = true;
            sessions.database().ifRolledBack(unsaved::restore);
            return result;
        } finally {
            if (!succeeded) {
                unsaved.restore();
            }
        }
    }

    private List<E> saveAll(Collection<? extends E> records, Session session) {
        var context = author.context(session);
        var added = new ArrayList<E>();
        for (var record : records) {
            if (record instanceof BaseRecord base) {
                base.prepare(context);
            }
            if (id(record) == null) {
                added.add(record);
            }
        }
        insert(SaveOrder.of(added, entity, sessions.factory()), session);
        var isAdded = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        isAdded.addAll(added);
        return merged(records, isAdded, session);
    }

    private void insert(List<E> added, Session session) {
        var bulk = BulkInsert.of(session.unwrap(SharedSessionContractImplementor.class), entity, sessions.ids());
        if (bulk.isPresent()) {
            session.doWork(connection -> bulk.get().insert(connection, added));
        } else {
            added.forEach(session::persist);
        }
    }

    /** Records that were saved before are changed in chunks. */
    private static <E> List<E> merged(Collection<? extends E> records, Set<Object> isAdded, Session session) {
        var saved = new ArrayList<E>(records.size());
        for (var record : records) {
            saved.add(isAdded.contains(record) ? record : session.merge(record));
            if (saved.size() % CHUNK == 0) {
                session.flush();
                session.clear();
            }
        }
        return saved;
    }

    private @Nullable Object id(E record) {
        return sessions.factory().getPersistenceUnitUtil().getIdentifier(record);
    }

    /**
     * Moves a record to the trash, from which it can be restored; if its registry has none, because its entity has no
     * branch, it is deleted permanently. If it was the latest version, the one before it becomes the latest.
     *
     * @throws LaminException as {@link #deletePermanently(Object)}, in a registry without a trash
     */
    public void delete(E record) {
        deleteAll(List.of(record));
    }

    /** The same for all of the records or none. */
    public void deleteAll(Collection<? extends E> records) {
        removal().delete(records);
    }

    /** Moves a record back from the trash. */
    public void restore(E record) {
        removal().restore(record);
    }

    /** What would go with a record if it was deleted permanently. */
    public DeletePlan planDelete(E record) {
        return removal().plan(record);
    }

    /**
     * Deletes a record permanently, with the rows that do no more than link it to others. Optional references of other rows
     * are emptied.
     *
     * @throws LaminException with {@code REFUSED} if rows cannot be without it, or if it was an input of a run; with
     *     {@code USAGE} for an artifact, which has a file
     */
    public void deletePermanently(E record) {
        deletePermanently(record, Set.of());
    }

    /**
     * The same.
     *
     * @param allowedInputs the uids of records that may be deleted although runs had them as inputs
     */
    public void deletePermanently(E record, Set<String> allowedInputs) {
        removal().deletePermanently(record, allowedInputs);
    }

    private Removal removal() {
        return new Removal(sessions, trash, entity);
    }

    /** The record with that uid, also in the trash; fails if it is missing. */
    public E get(String uid) {
        return find(uid).orElseThrow(() -> missing("uid " + uid));
    }

    /** The record with that id, also in the trash; fails if it is missing. */
    public E get(long id) {
        return find(id).orElseThrow(() -> missing("id " + id));
    }

    /** The record with that uid, also in the trash, if there is one. */
    public Optional<E> find(String uid) {
        return filter("uid", uid).withTrash().first();
    }

    /** The record with that id, also in the trash, if there is one. */
    public Optional<E> find(long id) {
        return filter(idName(), id).withTrash().first();
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

    /** The records that a text finds, the best ones first; every word of it must occur. */
    public Selection<E> search(String text) {
        return filter().search(text);
    }

    /** The records by their names. */
    public Lookup<E> lookup() {
        return filter().lookup();
    }

    /** All records except those in the trash, ordered by id. */
    public List<E> all() {
        return filter().list();
    }

    /** The number of records except those in the trash. */
    public long count() {
        return filter().count();
    }

    private LaminException missing(String what) {
        return new LaminException(ErrorCode.USAGE, "there is no " + entity.getSimpleName() + " with " + what);
    }
}
