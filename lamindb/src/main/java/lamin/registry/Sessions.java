package lamin.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import lamin.entities.ModuleEntities;
import lamin.instance.Database;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's sessions on an instance; it is started by the first. */
final class Sessions implements AutoCloseable {
    private final Database database;
    private final List<ModuleEntities> modules;
    private @Nullable SessionFactory started;

    Sessions(Database database, List<ModuleEntities> modules) {
        this.database = database;
        this.modules = List.copyOf(modules);
    }

    <T> T read(Function<Session, T> work) {
        try (var session = factory().openSession()) {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        } catch (HibernateException e) {
            throw failure(e);
        }
    }

    /** All of the work or nothing of it. */
    <T> T write(Function<Session, T> work) {
        try (var connection = database.transaction();
                var session = factory().withOptions().connection(connection).openSession()) {
            var transaction = session.beginTransaction();
            var result = work.apply(session);
            transaction.commit();
            return result;
        } catch (SQLException e) {
            throw database.failure(e);
        } catch (HibernateException e) {
            throw failure(e);
        }
    }

    /** Whether it is an entity of a mounted module. */
    boolean knows(Class<?> entity) {
        return modules.stream().anyMatch(module -> module.entities().contains(entity));
    }

    private LaminException failure(HibernateException cause) {
        return switch (cause) {
            case JDBCException e -> database.failure(e.getSQLException());
            default -> new LaminException(ErrorCode.FAILURE, String.valueOf(cause.getMessage()), cause);
        };
    }

    synchronized SessionFactory factory() {
        var factory = started;
        if (factory == null) {
            factory = Mapping.start(database, modules);
            started = factory;
        }
        return factory;
    }

    @Override
    public synchronized void close() {
        var factory = started;
        if (factory != null) {
            factory.close();
        }
    }
}
