package lamin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lamin.instance.Base62;
import lamin.instance.Database;
import lamin.instance.DatabaseUrl;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.DirectDatabase;
import lamin.instance.GivenUrl;
import lamin.instance.InitialRows;
import lamin.instance.InstanceContents;
import lamin.instance.InstanceDatabase;
import lamin.instance.Secret;
import lamin.instance.Slug;
import lamin.instance.StorageMark;
import lamin.module.ModuleDeployment;
import lamin.module.SchemaDeployment;
import lamin.rehearsal.Progress;
import lamin.rehearsal.Rehearsal;
import lamin.rehearsal.RehearsalRun;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.MountModule;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.CurrentInstance;
import lamin.settings.Environment;
import lamin.settings.InstanceSettings;
import lamin.settings.RegisteredModules;
import lamin.settings.SettingsFolder;
import org.jspecify.annotations.Nullable;

/**
 * Creates, opens and deletes instances. Its only state is its settings; several can be used side by side.
 *
 * <pre>{@code
 * try (var instance = lamin.init(InitOptions.storage("./test-schema").modules("bionty")).instance()) {
 *     instance.registry(ULabel.class).save(new ULabel("my label"));
 * }
 * }</pre>
 */
public final class Lamin {
    private final Environment environment;
    private final SchemaDeployment deployment;
    private final Settings settings = new Settings();
    private final Notices notices;
    private final Function<PostgresUrl, Optional<Secret>> prompt;

    /** Uses the environment of this process and the schema modules that its class loader sees. */
    public static Lamin create() {
        return create(ModuleCatalog.installed());
    }

    /** Uses the environment of this process and the schema modules that a class loader sees, such as that of a plug-in. */
    public static Lamin create(ClassLoader loader) {
        return create(ModuleCatalog.visibleTo(loader));
    }

    private static Lamin create(ModuleCatalog modules) {
        var environment = Environment.ofProcess();
        var notices = new LoggedNotices();
        var author = new Author(environment.settings().user().handle(), Version.CURRENT);
        return new Lamin(environment, new ModuleDeployment(modules, author, notices));
    }

    /** Reports to the log of the program, and never asks for a password. */
    public Lamin(Environment environment, SchemaDeployment deployment) {
        this(environment, deployment, new LoggedNotices(), url -> Optional.empty());
    }

    /**
     * @param sink receives the notices that the verbosity lets through
     * @param prompt asks the user for the password of a database
     */
    public Lamin(
            Environment environment,
            SchemaDeployment deployment,
            Notices sink,
            Function<PostgresUrl, Optional<Secret>> prompt) {
        this.environment = environment;
        this.deployment = deployment;
        this.notices = settings.filter(sink);
        this.prompt = prompt;
    }

    /** The settings of this object, above all its verbosity. */
    public Settings settings() {
        return settings;
    }

    /** The user's records of instances. */
    public SettingsFolder folder() {
        return environment.settings();
    }

    /** The modules that this user added. */
    public RegisteredModules modules() {
        return new RegisteredModules(folder());
    }

    /** The instance used when none is named. */
    public CurrentInstance current() {
        return new CurrentInstance(environment);
    }

    /** Creates an instance, makes it the current one and opens it. A failure leaves nothing behind. */
    public InitResult init(InitOptions options) {
        var result = new Initialisation(this, environment, deployment, notices, options).run();
        hint(result.instance());
        return result;
    }

    /** Opens the instance {@code owner/name}, or {@code name} of this user. */
    public Instance open(String slug) {
        return open(folder().get(slug(slug)));
    }

    /**
     * Opens an instance by its settings. Its modules are compared with the installed code, unless
     * {@code LAMIN_SKIP_MIGRATION=1} is set.
     *
     * @throws lamin.load.LoadException if they are incompatible
     */
    public Instance open(InstanceSettings instance) {
        var database = database(instance);
        database.verify();
        return open(instance, InstanceDatabase.pooled(database));
    }

    /**
     * Opens the instance {@code owner/name}, or {@code name} of this user, with the program's own connections.
     *
     * @see #open(InstanceSettings, DataSource)
     */
    public Instance open(String slug, DataSource dataSource) {
        return open(folder().get(slug(slug)), dataSource);
    }

    /**
     * Opens an instance by its settings, with the connections of a data source for its database, which stays open when the
     * instance is closed. Calls take and give back one connection each, or one for each transaction.
     *
     * @throws LaminException with {@code REFUSED} if the data source leads to the database of another instance
     * @throws lamin.load.LoadException if the modules are incompatible with the installed code
     */
    public Instance open(InstanceSettings instance, DataSource dataSource) {
        var database = InstanceDatabase.on(database(instance), dataSource);
        database.read(connection -> {
            requireOwned(instance, InstanceContents.read(connection));
            return instance;
        });
        return open(instance, database);
    }

    private Instance open(InstanceSettings instance, InstanceDatabase database) {
        var opened = new Instance(instance, database, deployment, folder().user(), environment);
        try {
            verify(instance, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        hint(opened);
        return opened;
    }

    private void verify(InstanceSettings instance, Instance opened) {
        new Ownership(instance, folder())
                .otherOwner()
                .ifPresent(other -> notices.warning("the storage " + instance.storage()
                        + " is managed by another instance than " + instance.slug() + ": " + other));
        if (environment.skipsMigration()) {
            notices.warning("not compared with the code, as LAMIN_SKIP_MIGRATION is set");
        } else {
            compare(opened);
        }
    }

    private void compare(Instance opened) {
        var state = opened.database().read(connection -> deployment.state(connection, opened.modules()));
        state.requireInSync(opened.slug());
        state.edited().forEach(edited -> notices.warning(edited.description(), edited.remedy()));
        state.surplus()
                .forEach(module -> notices.hint(
                        "module " + module.name() + " " + module.version() + " is installed and not mounted",
                        new OfInstance(opened.slug().toString(), new MountModule(module.name()))));
    }

    private void hint(Instance opened) {
        var modules = Stream.concat(Stream.of("core"), opened.modules().stream());
        notices.hint(opened + " has the modules " + modules.collect(Collectors.joining(", "))
                + "; schema().view() shows their tables");
    }

    /** The tables in the live database of an instance, even if code and database are incompatible. */
    public InstanceSchema schema(InstanceSettings instance) {
        var database = database(instance);
        database.verify();
        return instance(instance, database).schema();
    }

    /**
     * Mounts an installed module in an instance, with its dependencies, and deploys it; a failure leaves it unmounted.
     * Refused if other migrations are already pending.
     */
    public DeployResult mount(InstanceSettings instance, String module) {
        return mounting(instance).mount(module);
    }

    /**
     * Unmounts a module from an instance. Its tables and their revisions stay, so that it can be mounted again; refused
     * while another mounted module depends on it.
     */
    public void unmount(InstanceSettings instance, String module) {
        mounting(instance).unmount(module);
    }

    /** What would be lost with the tables of a module; refused while another mounted module depends on it. */
    public ModuleDrop planDrop(InstanceSettings instance, String module) {
        return mounting(instance).planDrop(module);
    }

    /**
     * Unmounts a module and drops its tables.
     *
     * @param allowed the tables that may be dropped even though they hold rows
     * @throws LaminException with {@code REFUSED} if another table holds rows, or a migration cannot be undone
     */
    public void drop(InstanceSettings instance, ModuleDrop drop, Set<String> allowed) {
        mounting(instance).drop(drop, allowed);
    }

    private Mounting mounting(InstanceSettings instance) {
        var database = database(instance);
        database.verify();
        database.read(connection -> {
            requireOwned(instance, InstanceContents.read(connection));
            return instance;
        });
        return new Mounting(this, deployment, instance(instance, database));
    }

    /**
     * Refuses to change the storage folder or the database of another instance, which the settings may name if a folder
     * or a database was replaced.
     *
     * @throws LaminException with {@code REFUSED}
     */
    public void requireOwned(InstanceSettings instance, InstanceContents contents) throws SQLException {
        var ownership = new Ownership(instance, folder());
        ownership.requireStorage();
        ownership.requireDatabase(contents);
    }

    /** Deploys the pending migrations on a copy of the instance {@code owner/name}, or {@code name} of this user. */
    public Optional<Rehearsal> rehearse(String slug) {
        return rehearse(folder().get(slug(slug)), Progress.NONE);
    }

    /**
     * Deploys the pending migrations on a copy of an instance, which itself stays unchanged. Empty if nothing is
     * pending.
     *
     * @throws LaminException if the deploy itself would fail
     */
    public Optional<Rehearsal> rehearse(InstanceSettings instance, Progress progress) {
        var database = database(instance);
        database.verify();
        return new RehearsalRun(database, deployment, modules(instance, database), environment, notices).run(progress);
    }

    /**
     * Turns core tables that were taken over into an instance: writes the rows that {@code init} writes, unless a
     * storage already exists.
     */
    public LastStep firstRows(InstanceSettings instance) {
        return connection -> {
            var contents = InstanceContents.read(connection);
            if (contents.isInstance() && !contents.hasStorage()) {
                var storageUid =
                        instance.storage().mark().map(StorageMark::storageUid).orElseGet(() -> Base62.random(12));
                new InitialRows(folder().user(), instance.storage(), storageUid, instance.id(), Instant.now())
                        .write(connection);
            }
        };
    }

    /** Deletes an instance with its database; refused without changes if data would be lost. */
    public void delete(String slug, DeleteOptions options) {
        new Deletion(this, deployment, notices, folder().get(slug(slug)), options).run();
    }

    /** The database of an instance, not opened yet. */
    public DirectDatabase database(InstanceSettings instance) {
        return database(instance.database(), instance.db());
    }

    DirectDatabase database(DatabaseUrl url, @Nullable GivenUrl given) {
        var passwords = environment.passwords(prompt).withGiven(given == null ? null : given.password());
        return Database.of(url, passwords, notices);
    }

    Instance instance(InstanceSettings instance, DirectDatabase database) {
        return new Instance(instance, InstanceDatabase.pooled(database), deployment, folder().user(), environment);
    }

    /** The mounted modules of an instance except core. */
    SortedSet<String> modules(InstanceSettings instance, DirectDatabase database) {
        return database.read(connection -> Instance.mounted(InstanceContents.mountedModules(connection), instance));
    }

    private Slug slug(String text) {
        return Slug.parse(text, folder().user().handle());
    }
}
