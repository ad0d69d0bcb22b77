package lamin.registry;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lamin.entities.ModuleEntities;
import lamin.instance.Database;
import lamin.registry.BulkInsert.FailedRecord;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate sessions on an instance; the first one starts Hibernate. */
final class Sessions implements AutoCloseable {
    private final Database database;
    private final List<ModuleEntities> modules;
    private @Nullable SessionFactory started;
    private @Nullable EntityTables tables;

    Sessions(Database database, List<ModuleEntities> modules) {
        this.database = database;
        this.modules = List.copyOf(modules);
    }

    <T> T read(Function<Session, T> work) {
        try (var session = factory().openSession()) {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        } catch (PersistenceException e) {
            throw failure(e);
        }
    }

    /** Does all of the work or nothing. */
    <T> T write(Function<Session, T> work) {
        try (var connection = database.transaction();
                var session = factory().withOptions().connection(connection).openSession()) {
            var transaction = session.beginTransaction();
            var result = work.apply(session);
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw database.failure(e);
        } catch (FailedRecord e) {
            throw e.named(database::failure);
        } catch (PersistenceException e) {
            throw failure(e);
        }
    }

    Database database() {
        return database;
    }

    /** Reserves ids of new rows. */
    NumberedIds ids() {
        return NumberedIds.of(database);
    }

    /** Locks as {@link Database#lock}, until the session's transaction ends. */
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
