package lamin.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamin.instance.DatabaseUrl;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.instance.GivenUrl;
import lamin.instance.InstanceId;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The user's settings for an instance: its name and location. Stored in Python's format.
 *
 * @param db the database on a server; null for SQLite in the storage root
 * @param pythonModules the mounted modules that exist in Python; the database is authoritative
 */
public record InstanceSettings(
        Slug slug,
        InstanceId id,
        StorageRoot storage,
        @Nullable GivenUrl db,
        List<String> pythonModules) {
    private static final String PREFIX = "lamindb_instance_";
    private static final String NULL = "null";
    private static final Set<String> KNOWN_TO_PYTHON = Set.of("bionty");
    private static final List<String> REQUIRED = List.of(
            "owner",
            "name",
            "storage_root",
            "storage_region",
            "db",
            "schema_str",
            "id",
            "git_repo",
            "keep_artifacts_local");

    public InstanceSettings {
        pythonModules = List.copyOf(pythonModules);
    }

    /** Settings of a new instance; only the modules that Python has are stored. */
    public static InstanceSettings of(Slug slug, StorageRoot storage, @Nullable GivenUrl db, Iterable<String> modules) {
        var known = Stream.<String>builder();
        modules.forEach(known);
        return new InstanceSettings(
                slug,
                InstanceId.of(slug),
                storage,
                db,
                known.build().filter(KNOWN_TO_PYTHON::contains).sorted().toList());
    }

    /** The same instance with these modules; only those that Python has are stored. */
    public InstanceSettings withModules(Collection<String> modules) {
        var known = modules.stream().filter(KNOWN_TO_PYTHON::contains).sorted().toList();
        return new InstanceSettings(slug, id, storage, db, known);
    }

    /** The location of the database. */
    public DatabaseUrl database() {
        return db == null ? new SqliteUrl(storage.databaseFile()) : db.url();
    }

    /** Parses the text of a settings file. */
    static InstanceSettings read(String text, Path file) {
        var values = EnvText.read(PREFIX, text);
        var missing = REQUIRED.stream().filter(key -> !values.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            throw unreadable(file, "lines are missing: " + PREFIX + String.join(", " + PREFIX, missing), null);
        }
        try {
            var slug = new Slug(value(values, "owner"), value(values, "name"));
            var db = nullable(values, "db");
            var modules = nullable(values, "schema_str");
            return new InstanceSettings(
                    slug,
                    InstanceId.parse(value(values, "id")),
                    StorageRoot.parse(value(values, "storage_root"), file.resolveSibling("")),
                    db == null ? null : GivenUrl.parse(db),
                    modules == null ? List.of() : List.of(modules.split(",", -1)));
        } catch (IllegalArgumentException | LaminException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The nine lines that Python requires, and a tenth that stops it from contacting a server. The password is omitted.
     */
    String text() {
        var values = new LinkedHashMap<String, String>();
        values.put("owner", slug.owner());
        values.put("name", slug.name());
        values.put("storage_root", storage.toString());
        values.put("storage_region", NULL);
        values.put("db", db == null ? NULL : db.url().toString());
        values.put("schema_str", pythonModules.isEmpty() ? NULL : String.join(",", pythonModules));
        values.put("id", id.hex());
        values.put("git_repo", NULL);
        values.put("keep_artifacts_local", "False");
        values.put("api_url", NULL);
        return EnvText.write(PREFIX, values);
    }

    private static String value(Map<String, String> values, String key) {
        var value = nullable(values, key);
        if (value == null) {
            throw new IllegalArgumentException("there is no value of " + PREFIX + key);
        }
        return value;
    }

    private static @Nullable String nullable(Map<String, String> values, String key) {
        var value = values.get(key);
        return value == null || value.isEmpty() || value.equals(NULL) ? null : value;
    }

    private static LaminException unreadable(Path file, String reason, @Nullable RuntimeException cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot use the settings file " + file + "\n" + reason, cause);
    }
}
