package mappings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.Version;

/**
 * One feature of mappings: entities, and how a row of the first is made, shown and changed. What it shows is compared after the
 * insert and after the change, each time in a new session.
 */
final class Feature<E> {
    final String group;
    final String title;
    final Class<E> entity;
    final List<Class<?>> classes = new ArrayList<>();
    final Map<String, Object> settings = new LinkedHashMap<>();
    String expected = "";
    String naming = "SPRING";
    String mappingFile = "";
    private final Function<Session, E> create;
    private final Function<E, Object> show;
    private final Object first;
    private final BiConsumer<Session, E> change;
    private final Object second;
    private boolean staysDeleted = true;

    Feature(
            String group,
            String title,
            Class<E> entity,
            Function<Session, E> create,
            Function<E, Object> show,
            Object first,
            BiConsumer<Session, E> change,
            Object second) {
        this.group = group;
        this.title = title;
        this.entity = entity;
        this.create = create;
        this.show = show;
        this.first = first;
        this.change = change;
        this.second = second;
        classes.add(entity);
    }

    /** More entities, and converters. */
    Feature<E> with(Class<?>... more) {
        classes.addAll(List.of(more));
        return this;
    }

    /** The reader says that it does not support this. */
    Feature<E> refused() {
        expected = "refused";
        return this;
    }

    /** Works on PostgreSQL only. */
    Feature<E> notOnSqlite(String reason) {
        expected = "not on SQLite: " + reason;
        return this;
    }

    Feature<E> notOnSqliteFrom7(String reason) {
        return Version.getVersionString().startsWith("6.") ? this : notOnSqlite(reason);
    }

    /** It is read, but Hibernate 7 does not start on the tables. */
    Feature<E> unsupportedFrom7(String reason) {
        expected = Version.getVersionString().startsWith("6.") ? "" : "not supported: " + reason;
        return this;
    }

    /** With a session factory of its own, which has this setting. */
    Feature<E> setting(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** With a session factory of its own, which names tables as Hibernate does without settings. */
    Feature<E> namedByJpa() {
        naming = "JPA";
        return this;
    }

    /** Entities are described in a mapping file. */
    Feature<E> mappedBy(String file) {
        mappingFile = file;
        return this;
    }

    boolean isAlone() {
        return !settings.isEmpty() || !naming.equals("SPRING") || !mappingFile.isEmpty();
    }

    Object insert(Session session) {
        var created = create.apply(session);
        session.persist(created);
        session.flush();
        return session.getIdentifier(created);
    }

    void requireFirst(Session session, Object id) {
        require("after the insert", first, show.apply(found(session, id)));
    }

    void change(Session session, Object id) {
        change.accept(session, found(session, id));
    }

    void requireSecond(Session session, Object id) {
        require("after the update", second, show.apply(found(session, id)));
    }

    void delete(Session session, Object id) {
        session.remove(found(session, id));
    }

    void requireNone(Session session, Object id) {
        if (session.find(entity, id) != null) {
            throw new AssertionError("the row was not deleted");
        }
    }

    private E found(Session session, Object id) {
        return Objects.requireNonNull(session.find(entity, id), "no row");
    }

    private static void require(String when, Object expected, Object found) {
        boolean same = expected instanceof java.math.BigDecimal number
                ? number.compareTo((java.math.BigDecimal) found) == 0
                : Objects.deepEquals(expected, found);
        if (!same) {
            throw new AssertionError(when + ": expected " + expected + ", found " + found);
        }
    }
}
