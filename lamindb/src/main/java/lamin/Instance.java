package lamin;

import java.time.Clock;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.instance.Database;
import lamin.instance.InstanceContents;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.instance.UserIdentity;
import lamin.load.ModuleNotMountedException;
import lamin.module.SchemaDeployment;
import lamin.registry.Registries;
import lamin.registry.Registry;
import lamin.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;

/**
 * An open instance: a database, a storage root and the mounted modules. The first use of a registry starts Hibernate,
 * and closing the instance stops it.
 */
public final class Instance implements AutoCloseable {
    private final InstanceSettings settings;
    private final Database database;
    private final SchemaDeployment deployment;
    private final UserIdentity user;
    private final String programs;
    private @Nullable Registries registries;

    /**
     * An instance whose database exists.
     *
     * @param programs the folders to search for programs, in the format of {@code PATH}
     */
    Instance(
            InstanceSettings settings,
            Database database,
            SchemaDeployment deployment,
            UserIdentity user,
            String programs) {
        this.settings = settings;
        this.database = database;
        this.deployment = deployment;
        this.user = user;
        this.programs = programs;
    }

    /** Its full name, {@code owner/name}. */
    public Slug slug() {
        return settings.slug();
    }

    /** The contents of this user's settings file for it. */
    public InstanceSettings settings() {
        return settings;
    }

    /** The database, for custom SQL. */
    public Database database() {
        return database;
    }

    /** The folder that contains its files. */
    public StorageRoot storage() {
        return settings.storage();
    }

    /** The user who works with it. */
    public UserIdentity user() {
        return user;
    }

    /**
     * The mounted modules except core, as listed in the database; for an instance created by Python, as listed in the
     * settings.
     */
    public SortedSet<String> modules() {
        return database.read(
                connection -> mounted(InstanceContents.read(connection).mountedModules(), settings));
    }

    /** The modules except core: those in the database or, if it lists none, those in the settings. */
    public static SortedSet<String> mounted(SortedSet<String> inDatabase, InstanceSettings settings) {
        var modules = new TreeSet<>(inDatabase.isEmpty() ? settings.pythonModules() : inDatabase);
        modules.remove("core");
        return modules;
    }

    /** The tables in the live database. */
    public InstanceSchema schema() {
        var modules = modules();
        return new InstanceSchema(
                database,
                deployment.infos(modules),
                slug().toString(),
                programs,
                connection -> deployment.drift(connection, modules));
    }

    /**
     * The records of an entity of core or of a mounted module.
     *
     * @throws ModuleNotMountedException for an entity of a module that is installed but not mounted
     */
    public <E> Registry<E> registry(Class<E> entity) {
        var known = registries();
        if (!known.has(entity)) {
            deployment.owner(entity).ifPresent(module -> {
                throw new ModuleNotMountedException(slug(), module, entity);
            });
        }
        return known.of(entity);
    }

    private synchronized Registries registries() {
        var existing = registries;
        if (existing == null) {
            existing = new Registries(database, deployment.entities(modules()), user, Clock.systemUTC());
            registries = existing;
        }
        return existing;
    }

    @Override
    public synchronized void close() {
        var existing = registries;
        registries = null;
        if (existing != null) {
            existing.close();
        }
    }

    @Override
    public String toString() {
        return slug().toString();
    }
}
