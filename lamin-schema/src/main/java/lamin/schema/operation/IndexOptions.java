package lamin.schema.operation;

import java.util.Arrays;
import java.util.List;
import lamin.schema.model.Index;
import org.jspecify.annotations.Nullable;

/** The options of a new index. */
public abstract class IndexOptions<S extends IndexOptions<S>> {
    abstract S self();

    private final List<Index.Key> keys;
    private @Nullable String name;
    private @Nullable String where;
    private boolean unique;

    IndexOptions(String... keys) {
        this.keys = Arrays.stream(keys).map(Index.Key::parse).toList();
    }

    Index index() {
        return new Index(name, keys, unique, null).where(where);
    }

    public S name(String newName) {
        name = newName;
        return self();
    }

    public S unique() {
        unique = true;
        return self();
    }

    /** Indexes only rows for which the predicate holds. */
    public S where(String predicate) {
        where = predicate;
        return self();
    }
}
