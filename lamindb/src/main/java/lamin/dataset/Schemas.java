package lamin.dataset;

import java.util.List;
import java.util.Optional;
import lamin.instance.Query;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The schemas of an instance. */
public final class Schemas {
    private final RecordStore store;

    public Schemas(RecordStore store) {
        this.store = store;
    }

    /**
     * The existing schema with the same members and rules, whatever its name, otherwise a new one.
     *
     * @throws LaminException with {@code REFUSED} if another schema has the name
     */
    public StoredSchema create(SchemaDraft draft) {
        if (draft.members().isEmpty()) {
            throw new LaminException(ErrorCode.USAGE, "a schema needs at least one feature");
        }
        return store.write(
                writer -> SchemaTable.create(writer, draft, draft.members().size()));
    }

    /** The schema with that name or uid. */
    public Optional<StoredSchema> find(String nameOrUid) {
        return store.read(connection -> new SchemaTable(new Query(connection)).find(nameOrUid));
    }

    /** The same; fails with the names of similar schemas if there is none. */
    public StoredSchema get(String nameOrUid) {
        return store.read(connection -> new SchemaTable(new Query(connection)).get(nameOrUid));
    }

    /** All schemas that have a name, by name and without their members. */
    public List<StoredSchema> list() {
        return store.read(connection -> new SchemaTable(new Query(connection)).list());
    }
}
