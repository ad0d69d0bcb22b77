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
 * An open instance: a database, a storage root and the modules that are mounted. The first use of a registry starts
 * Hibernate, and closing the instance stops it.
 */
public final class Instance implements AutoCloseable {
    private final InstanceSettings settings;
    private final Database database;
    private final SchemaDeployment deployment;
    private final UserIdentity user;
    private final String programs;
    private @Nullable Registries registries;

    /**
     * An instance whose database was found.
     *
     * @param programs the folders in which programs are found, as {@code PATH} lists them
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

    /** What this user's settings file says of it. */
    public InstanceSettings settings() {
        return settings;
    }

    /** The database, for SQL of one's own. */
    public Database database() {
        return database;
    }

    /** The folder that its files are in. */
    public StorageRoot storage() {
        return settings.storage();
    }

    /** Who works with it. */
    public UserIdentity user() {
        return user;
    }

    /** The mounted modules besides core, as the database says; where Python made it, as the settings say. */
    public SortedSet<String> modules() {
        return database.read(
                connection -> mounted(InstanceContents.read(connection).mountedModules(), settings));
    }

    /** The modules besides core: those in the database, or where it tells of none those in the settings. */
    public static SortedSet<String> mounted(SortedSet<String> inDatabase, InstanceSettings settings) {
        var modules = new TreeSet<>(inDatabase.isEmpty() ? settings.pythonModules() : inDatabase);
        modules.remove("core");
        return modules;
    }

    /** The tables as the live database has them. */
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
     * @throws ModuleNotMountedException for an entity of a module that is here and not mounted
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
