package lamin.label;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import lamin.instance.Base62;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lnschema_core.Md5;
import org.jspecify.annotations.Nullable;

/** Adds labels in a transaction. */
public record LabelWriting(RecordWriter writer) {
    /** One lock for all that is created under its name, so that transactions cannot wait for each other in a circle. */
    public static final String LOCK = "lamin.create";

    private static final int BIONTY_UID = 14;
    private static final int MOST_LETTERS = 150;
    private static final Pattern ONTOLOGY_ID = Pattern.compile("[A-Za-z]+:[0-9]+");

    /** The existing label with that name, of that type or of none, otherwise a new one. */
    public StoredLabel get(LabelName name) throws SQLException {
        var table = LabelTable.of(writer.query(), name.registry());
        var typeName = name.type();
        var type = typeName == null ? null : table.type(typeName);
        var existing = type == null ? Optional.<StoredLabel>empty() : table.find(table.nameColumn(), name.name(), type);
        return existing.isPresent() ? existing.get() : get(table, name.name(), type, false);
    }

    /** The existing label with that name that belongs directly to the type, otherwise a new one. */
    StoredLabel get(LabelTable table, String name, @Nullable StoredLabel type, boolean isType) throws SQLException {
        var existing = table.exact(name, type);
        if (existing.isPresent()) {
            return existing.get();
        }
        writer.lock(LOCK);
        var meanwhile = table.exact(name, type);
        return meanwhile.isPresent() ? meanwhile.get() : insert(table, name, type, isType);
    }

    private StoredLabel insert(LabelTable table, String name, @Nullable StoredLabel type, boolean isType)
            throws SQLException {
        var row = writer.record(table.columns().table())
                .with("uid", uid(table, name))
                .with("name", checked(name));
        if (table.columns().has("is_type")) {
            row.with("is_type", isType).with("type_id", type == null ? null : type.id());
        }
        return table.withId(row.insertNumbered(writer.connection()));
    }

    private static String checked(String name) {
        if (name.isBlank() || name.length() > MOST_LETTERS) {
            throw new LaminException(
                    ErrorCode.USAGE, "a label needs a name of 1 to " + MOST_LETTERS + " characters, found: " + name);
        }
        return name;
    }

    /** In bionty it is derived from the name, so that it is the same in every instance. */
    private static String uid(LabelTable table, String name) {
        return randomUidLength(table.registry()).map(Base62::random).orElseGet(() -> derivedUid(table, name));
    }

    private static Optional<Integer> randomUidLength(RegistryName registry) {
        return registry.equals(RegistryName.ULABEL)
                ? Optional.of(8)
                : registry.equals(RegistryName.RECORD) ? Optional.of(16) : Optional.empty();
    }

    private static String derivedUid(LabelTable table, String name) {
        var columns = table.columns();
        var isOntology = "bionty".equals(table.registry().module())
                && columns.has("name")
                && columns.has("ontology_id")
                && !columns.has("organism_id");
        if (!isOntology || ONTOLOGY_ID.matcher(name).matches()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "a record of " + table.registry() + " needs more than the name " + name,
                    new Advice("add it with the registry of its entity class"));
        }
        return Md5.base62(name, BIONTY_UID);
    }
}
