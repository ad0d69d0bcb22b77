package lamin.registry;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lamin.entities.ModuleEntities;
import lamin.instance.InstanceDatabase;
import lamin.registry.BulkInsert.FailedRecord;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lnschema_core.Branch;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate sessions on an instance; the first one starts Hibernate. */
final class Sessions implements AutoCloseable {
    private final InstanceDatabase database;
    private final List<ModuleEntities> modules;
    private @Nullable SessionFactory started;
    private @Nullable EntityTables tables;

    Sessions(InstanceDatabase database, List<ModuleEntities> modules) {
        this.database = database;
        this.modules = List.copyOf(modules);
    }

    <T> T read(Function<Session, T> work) {
        try {
            return database.read(connection -> {
                try (var session = session(connection)) {
                    session.setDefaultReadOnly(true);
                    return work.apply(session);
                }
            });
        } catch (PersistenceException e) {
            throw failure(e);
        }
    }

    /** Does all of the work or nothing. */
    <T> T write(Function<Session, T> work) {
        try {
            return database.write(connection -> {
                try (var session = session(connection)) {
                    var transaction = session.beginTransaction();
                    var result = work.apply(session);
                    transaction.commit();
                    return result;
                }
            });
        } catch (FailedRecord e) {
            throw e.named(database::failure);
        } catch (PersistenceException e) {
            throw failure(e);
        }
    }

    InstanceDatabase database() {
        return database;
    }

    /** Its transaction is that of the connection, whose owner ends it. */
    private Session session(Connection connection) {
        return factory()
                .withOptions()
                .connection(JoinedConnection.of(connection))
                .openSession();
    }

    /** Reserves ids of new rows. */
    NumberedIds ids() {
        return NumberedIds.of(database);
    }

    /** Locks as {@link InstanceDatabase#lock}, until the session's transaction ends. */
    void lock(Session session, String name) {
        session.doWork(connection -> database.lock(connection, name));
    }

    Object id(Object saved) {
        return Objects.requireNonNull(factory().getPersistenceUnitUtil().getIdentifier(saved));
    }

    /** A number in the type of an entity's ids. */
    Object typed(Class<?> entity, long id) {
        return Numbers.convert(
                id, factory().getMetamodel().entity(entity).getIdType().getJavaType());
    }

    /** Whether records are moved to the trash, which is a branch. */
    boolean hasTrash(Class<?> entity) {
        return factory().getMetamodel().entity(entity).getAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals("branch") && attribute.getJavaType() == Branch.class);
    }

    /** Whether it is an entity of a mounted module. */
    boolean knows(Class<?> entity) {
        return modules.stream().anyMatch(module -> module.entities().contains(entity));
    }

    private LaminException failure(PersistenceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inDatabase) {
                return database.failure(inDatabase);
            }
        }
        return new LaminException(ErrorCode.FAILURE, String.valueOf(failure.getMessage()), failure);
    }

    synchronized SessionFactory factory() {
        var factory = started;
        if (factory == null) {
            factory = Mapping.start(database, modules);
            started = factory;
        }
        return factory;
    }

    /** The tables of the entities. */
    synchronized EntityTables tables() {
        var known = tables;
        if (known == null) {
            known = new EntityTables(factory(), modules);
            tables = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        var factory = started;
        if (factory != null) {
            factory.close();
        }
    }
}
