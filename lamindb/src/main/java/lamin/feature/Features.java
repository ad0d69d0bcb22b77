package lamin.feature;

import java.util.List;
import java.util.Optional;
import lamin.instance.Query;
import lamin.record.RecordStore;

/** The features of an instance. */
public final class Features {
    private final RecordStore store;

    public Features(RecordStore store) {
        this.store = store;
    }

    /**
     * The existing feature with that name, otherwise a new one whose values may be missing.
     *
     * @throws lamin.schema.LaminException with {@code REFUSED} if it exists with values of another type
     */
    public StoredFeature create(String name, Dtype dtype) {
        return create(FeatureDraft.of(name, dtype));
    }

    /** The same with the type of values in LaminDB's notation, such as {@code cat[ULabel]}. */
    public StoredFeature create(String name, String dtype) {
        return create(name, Dtype.parse(dtype));
    }

    /** The existing feature with that name, otherwise a new one. */
    public StoredFeature create(FeatureDraft draft) {
        return store.write(writer -> FeatureTable.create(writer, draft));
    }

    /** The feature with that name or uid. */
    public Optional<StoredFeature> find(String nameOrUid) {
        return store.read(connection -> new FeatureTable(new Query(connection)).find(nameOrUid));
    }

    /** The same; fails with the names of similar features if there is none. */
    public StoredFeature get(String nameOrUid) {
        return store.read(connection -> new FeatureTable(new Query(connection)).get(nameOrUid));
    }

    /** All features by name. */
    public List<StoredFeature> list() {
        return store.read(connection -> new FeatureTable(new Query(connection)).list());
    }
}
