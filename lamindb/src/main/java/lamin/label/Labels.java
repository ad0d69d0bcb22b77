package lamin.label;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamin.instance.Query;
import lamin.record.RecordStore;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** The labels of an instance, named as in {@link LabelName}. */
public final class Labels {
    private final RecordStore store;

    public Labels(RecordStore store) {
        this.store = store;
    }

    /** The existing label with that name, of the named type or of none, otherwise a new one. */
    public StoredLabel create(String name) {
        return store.write(writer -> new LabelWriting(writer).get(LabelName.parse(name)));
    }

    /** A type of universal labels, such as {@code Condition}: the existing one, otherwise a new one. */
    public StoredLabel createType(String name) {
        return store.write(writer ->
                new LabelWriting(writer).get(LabelTable.of(writer.query(), RegistryName.ULABEL), name, null, true));
    }

    public Optional<StoredLabel> find(String name) {
        var label = LabelName.parse(name);
        return store.read(connection ->
                LabelTable.of(new Query(connection), label.registry()).find(label));
    }

    /** The same; fails with the names of similar labels if there is none. */
    public StoredLabel get(String name) {
        var label = LabelName.parse(name);
        return store.read(connection -> get(new Query(connection), label));
    }

    public static StoredLabel get(Query query, LabelName name, String... advice) throws SQLException {
        var table = LabelTable.of(query, name.registry());
        var found = table.find(name);
        if (found.isEmpty()) {
            throw table.missing(name, advice);
        }
        return found.get();
    }

    /** Makes a label more special than another one of its registry. */
    public void addParent(StoredLabel label, StoredLabel parent) {
        store.write(writer -> link(writer, label, parent));
    }

    private static boolean link(RecordWriter writer, StoredLabel label, StoredLabel parent) throws SQLException {
        writer.lock(LabelWriting.LOCK);
        var query = writer.query();
        var parents = ParentTable.of(query, label.registry());
        if (parent.id() == label.id() || ancestors(query, parents, parent.id()).contains(label.id())) {
            throw new LaminException(
                    ErrorCode.REFUSED, label.name() + " cannot be below " + parent.name() + ", which is below it");
        }
        return parents.row(label.id(), parent.id()).insertIfAbsent(writer.connection());
    }

    private static Set<Long> ancestors(Query query, ParentTable parents, long id) throws SQLException {
        var found = new HashSet<Long>();
        var level = Set.of(id);
        while (!level.isEmpty()) {
            var next = new HashSet<Long>();
            for (var each : level) {
                next.addAll(parents.of(query, each));
            }
            next.removeAll(found);
            found.addAll(next);
            level = next;
        }
        return found;
    }

    public void removeParent(StoredLabel label, StoredLabel parent) {
        store.write(writer -> ParentTable.of(writer.query(), label.registry()).delete(writer, label.id(), parent.id()));
    }

    /** The labels directly above it. */
    public List<StoredLabel> parents(StoredLabel label) {
        return related(label, true);
    }

    /** The labels directly below it. */
    public List<StoredLabel> children(StoredLabel label) {
        return related(label, false);
    }

    private List<StoredLabel> related(StoredLabel label, boolean above) {
        return store.read(connection -> {
            var query = new Query(connection);
            var ids = ParentTable.of(query, label.registry()).select(above);
            return LabelTable.of(query, label.registry()).withIds(ids, label.id());
        });
    }

    /** The labels of a registry; of a type if one is given, directly. */
    public List<StoredLabel> list(RegistryName registry, @Nullable StoredLabel type) {
        return store.read(connection -> {
            var table = LabelTable.of(new Query(connection), registry);
            return type == null
                    ? table.withIds("select id from " + registry.table())
                    : table.withIds("select id from " + registry.table() + " where type_id = ?", type.id());
        });
    }
}
