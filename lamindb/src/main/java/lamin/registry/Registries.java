package lamin.registry;

import java.util.List;
import lamin.entities.ModuleEntities;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.trash.Trash;

/** The registries of an instance, one for each entity of its mounted modules. */
public final class Registries implements AutoCloseable {
    private final Sessions sessions;
    private final Author author;
    private final Trash trash;

    public Registries(RecordStore store, List<ModuleEntities> modules) {
        this.sessions = new Sessions(store.database(), modules);
        this.author = new Author(store.user(), store.clock(), store.run());
        this.trash = new Trash(store);
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
        return new Registry<>(sessions, author, trash, entity);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
