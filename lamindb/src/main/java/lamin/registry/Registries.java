package lamin.registry;

import java.time.Clock;
import java.util.List;
import lamin.entities.ModuleEntities;
import lamin.instance.Database;
import lamin.instance.UserIdentity;
import lamin.record.CurrentRun;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The registries of an instance, one for each entity of its mounted modules. */
public final class Registries implements AutoCloseable {
    private final Sessions sessions;
    private final Author author;

    public Registries(Database database, List<ModuleEntities> modules, UserIdentity user, Clock clock, CurrentRun run) {
        this.sessions = new Sessions(database, modules);
        this.author = new Author(user, clock, run);
    }

    /** Whether it is an entity of a mounted module. */
    public boolean has(Class<?> entity) {
        return sessions.knows(entity);
    }

    /** The registry of an entity class; refuses one of a module that is not mounted. */
    public <E> Registry<E> of(Class<E> entity) {
        if (!has(entity)) {
            throw new LaminException(
                    ErrorCode.USAGE, entity.getName() + " is not an entity of a module that this instance mounts");
        }
        return new Registry<>(sessions, author, entity);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
