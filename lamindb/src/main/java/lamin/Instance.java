package lamin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.annotation.AnnotationIndex;
import lamin.annotation.Annotations;
import lamin.annotation.Target;
import lamin.artifact.Artifacts;
import lamin.artifact.StoredArtifact;
import lamin.collection.ArtifactCollections;
import lamin.collection.StoredCollection;
import lamin.dataset.Schemas;
import lamin.dataset.Validation;
import lamin.doctor.Doctor;
import lamin.doctor.Repair;
import lamin.feature.Features;
import lamin.find.Description;
import lamin.find.Finder;
import lamin.find.Overview;
import lamin.find.RecordName;
import lamin.find.RecordQuery;
import lamin.instance.InstanceContents;
import lamin.instance.InstanceDatabase;
import lamin.instance.Query;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.instance.TransactionAction;
import lamin.instance.TransactionWork;
import lamin.instance.UserIdentity;
import lamin.label.Labels;
import lamin.label.RegistryName;
import lamin.lineage.LineageQuery;
import lamin.lineage.NodeId;
import lamin.lineage.StartNode;
import lamin.load.ModuleNotMountedException;
import lamin.module.SchemaDeployment;
import lamin.ontology.registry.TermRegistry;
import lamin.ontology.source.SourceCatalog;
import lamin.ontology.source.SourceFiles;
import lamin.ontology.source.Sources;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.registry.Registries;
import lamin.registry.Registry;
import lamin.run.RunContext;
import lamin.run.RunOptions;
import lamin.run.Runs;
import lamin.run.TrackedRun;
import lamin.run.TransformSpec;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.settings.Environment;
import lamin.settings.InstanceSettings;
import lamin.trash.DeletePlan;
import lamin.trash.Trash;
import org.jspecify.annotations.Nullable;

/**
 * An open instance: a database, a storage root and the mounted modules. The first use of a registry starts Hibernate,
 * and closing the instance stops it. Any number of threads may use it at the same time.
 */
public final class Instance implements AutoCloseable {
    private static final int NEWEST = 5;

    private final InstanceSettings settings;
    private final InstanceDatabase database;
    private final SchemaDeployment deployment;
    private final UserIdentity user;
    private final Environment environment;
    private final RecordStore store;
    private final Artifacts artifacts;
    private @Nullable Registries registries;
    private @Nullable TrackedRun tracked;
    private @Nullable List<RegistryName> registryNames;

    /** An instance whose database exists. */
    Instance(
            InstanceSettings settings,
            InstanceDatabase database,
            SchemaDeployment deployment,
            UserIdentity user,
            Environment environment) {
        this.settings = settings;
        this.database = database;
        this.deployment = deployment;
        this.user = user;
        this.environment = environment;
        this.store = new RecordStore(
                database,
                user,
                Clock.systemUTC(),
                new CurrentRun(environment.run().orElse(null)));
        this.artifacts = new Artifacts(store, settings.storage());
    }

    /** Its full name, {@code owner/name}. */
    public Slug slug() {
        return settings.slug();
    }

    /** The contents of this user's settings file for it. */
    public InstanceSettings settings() {
        return settings;
    }

    /** The database, for custom SQL; what is read and written by it in a transaction is part of that. */
    public InstanceDatabase database() {
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
        return database.read(connection -> mounted(InstanceContents.mountedModules(connection), settings));
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
                environment.programs(),
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

    /**
     * Does all of the work or nothing, in one transaction of the database: calls of registries, artifacts, labels, runs and
     * all others on this instance, in this thread. Each sees what those before it wrote. Other threads and programs see it
     * after the commit; on SQLite none of them can write meanwhile.
     *
     * <p>An exception rolls everything back and is thrown again. If a call fails and its exception is caught in the work,
     * only that call is undone. A transaction in another one is part of that one, and is undone alone in the same way.
     *
     * <p>Files of artifacts are not part of it: they are put in their place or removed after the commit.
     *
     * @throws LaminException with {@code BUSY} if another program holds the lock for too long, or if transactions wait for
     *     each other; nothing is changed then, and the work can be repeated
     */
    public <T, X extends Exception> T transaction(TransactionWork<T, X> work) throws X {
        return database.transaction(work);
    }

    /** The same for work without a result. */
    public <X extends Exception> void transaction(TransactionAction<X> work) throws X {
        database.transaction(() -> {
            work.run();
            return true;
        });
    }

    /** The artifacts and their files. */
    public Artifacts artifacts() {
        return artifacts;
    }

    /**
     * Moves a record to the trash and returns where it is.
     *
     * @param name its uid, its key or its name
     */
    public RecordName trash(String registry, String name) {
        var found = finder().locate(registry, name);
        new Trash(store).move(found.table(), found.uid());
        return found;
    }

    /** Moves a record back from the trash and returns where it is. */
    public RecordName restore(String registry, String name) {
        var found = finder().locate(registry, name);
        new Trash(store).restore(found.table(), found.uid());
        return found;
    }

    /** What would go with a record if it was deleted permanently. */
    public DeletePlan planDelete(String registry, String name) {
        var found = finder().locate(registry, name);
        return new Trash(store).plan(found.table(), found.uid());
    }

    /** Deletes a record permanently; artifacts are deleted by {@link Artifacts#delete}, because they have files. */
    public void delete(DeletePlan plan, Set<String> allowedInputs) {
        new Trash(store).delete(plan, allowedInputs, Trash.Also.NOTHING);
    }

    /** Finds what is wrong with rows and files. */
    public Doctor doctor() {
        return new Doctor(store, artifacts, settings.storage(), Clock.systemUTC());
    }

    /** Fixes what can be fixed without a decision. */
    public Repair repair() {
        return new Repair(store, artifacts, runs());
    }

    /**
     * Starts a run of a transform with that key, in which artifacts are inputs if they are read and outputs if they are
     * saved. If this program was started in a run, that one is recorded as the initiator.
     */
    public TrackedRun track(String key) {
        return track(new TransformSpec(key, "script", null));
    }

    /** The same, for a transform with its source. */
    public TrackedRun track(TransformSpec transform) {
        return track(runOptions(transform));
    }

    /** What is recorded of a run of this program, to which parameters and more can be added. */
    public RunOptions runOptions(TransformSpec transform) {
        return new RunContext(Version.CURRENT, environment).inProcess(transform, List.of());
    }

    /** Starts a run with parameters and more. */
    public synchronized TrackedRun track(RunOptions options) {
        var started = TrackedRun.start(runs(), store.run(), options);
        tracked = started;
        database.ifRolledBack(() -> forget(started));
        return started;
    }

    private synchronized void forget(TrackedRun run) {
        if (tracked == run) {
            tracked = null;
        }
    }

    /**
     * Finishes the run that was tracked last.
     *
     * @throws LaminException with {@code USAGE} if none was
     */
    public synchronized void finish() {
        var current = tracked;
        if (current == null) {
            throw new LaminException(ErrorCode.USAGE, "no run is tracked; call track(\"a key\") first");
        }
        current.finish();
        tracked = null;
    }

    /** Works in a run that was started before: what is read from now on is its input, and what is saved its output. */
    public void enterRun(String uid) {
        store.run().begin(uid);
    }

    /** Starts and ends runs of other programs. */
    public Runs runs() {
        return new Runs(store, artifacts);
    }

    /** Where an artifact comes from and what was made from it, with what else the runs around it read and made. */
    public InstanceLineage lineage(StoredArtifact artifact) {
        return lineage(NodeId.artifact(artifact.id()));
    }

    /**
     * The lineage of the artifact or collection with that key or uid, or of the run with that uid. A key stands for the
     * latest version.
     *
     * @throws LaminException with {@code USAGE} if there is none
     */
    public InstanceLineage lineage(String keyOrUid) {
        return artifacts()
                .find(keyOrUid)
                .map(this::lineage)
                .or(() -> database.read(connection -> StartNode.find(connection, keyOrUid))
                        .map(this::lineage))
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, "there is no artifact, collection or run with the key or uid " + keyOrUid));
    }

    private InstanceLineage lineage(NodeId start) {
        return new InstanceLineage(database, LineageQuery.around(start), environment.programs());
    }

    /** The collections of artifacts. */
    public ArtifactCollections collections() {
        return new ArtifactCollections(store, artifacts()::get);
    }

    /**
     * The terms of a registry such as {@code bionty.CellType}.
     *
     * @throws LaminException with {@code USAGE} if it is not the name of a registry
     */
    public TermRegistry terms(String registry) {
        return new TermRegistry(
                store,
                RegistryName.parse(registry)
                        .orElseThrow(() -> new LaminException(
                                ErrorCode.USAGE,
                                "expected the name of a registry such as bionty.CellType, found: " + registry)),
                environment.programs());
    }

    /** The public sources of terms, as {@code bionty.Source} lists them. */
    public Sources sources() {
        var modules = modules();
        return new Sources(
                database, SourceCatalog.of(deployment, modules), SourceFiles.of(environment, deployment, modules));
    }

    /** The labels of all registries. */
    public Labels labels() {
        return new Labels(store);
    }

    /** The features, which describe artifacts and name the columns of tables. */
    public Features features() {
        return new Features(store);
    }

    /** The schemas of features. */
    public Schemas schemas() {
        return new Schemas(store);
    }

    /** Validates tables with schemas. */
    public Validation validation() {
        return new Validation(store);
    }

    /** The labels and feature values of an artifact. */
    public Annotations annotations(StoredArtifact artifact) {
        return annotationsOf(new Target(Target.Kind.ARTIFACT, artifact.id(), artifact.uid()));
    }

    /** The labels and feature values of the run with that uid. */
    public Annotations annotationsOfRun(String uid) {
        return annotationsOf(store.read(connection -> Target.run(new Query(connection), uid)));
    }

    /** The labels and feature values of a collection. */
    public Annotations annotations(StoredCollection collection) {
        return annotationsOf(new Target(Target.Kind.COLLECTION, collection.id(), collection.uid()));
    }

    private Annotations annotationsOf(Target target) {
        return new Annotations(store, target, this::registryNames);
    }

    /** Finds artifacts by their labels and feature values. */
    public AnnotationIndex annotations() {
        return new AnnotationIndex(store);
    }

    /** The registries of the mounted modules, and one that only Python has. */
    private synchronized List<RegistryName> registryNames() {
        var known = registryNames;
        if (known == null) {
            known = readRegistryNames();
            registryNames = known;
        }
        return known;
    }

    private List<RegistryName> readRegistryNames() {
        var names = new ArrayList<RegistryName>();
        for (var module : deployment.infos(modules())) {
            for (var entity : module.entities()) {
                var simple = entity.substring(entity.lastIndexOf('.') + 1);
                names.add(new RegistryName(module.name().equals("core") ? null : module.name(), simple));
            }
        }
        names.add(RegistryName.RECORD);
        return names;
    }

    /**
     * The records of a registry named {@code artifact} or {@code bionty.celltype}, as values of their columns; of any module,
     * without its entity classes.
     */
    public RecordQuery records(String registry) {
        return finder().records(registry);
    }

    /** The records of a registry that a text finds in their names, descriptions or synonyms, the best ones first. */
    public RecordQuery search(String registry, String text) {
        return records(registry).search(text);
    }

    /** A record with everything that it is linked with, by its uid, its key or its name. */
    public Description describe(String registry, String name) {
        return finder().describe(registry, name);
    }

    /** The newest records of every registry that has any. */
    public Overview view() {
        return finder().view(NEWEST);
    }

    /** Finds records in any registry. */
    public Finder finder() {
        return new Finder(database, () -> deployment.tablePrefixes(modules()));
    }

    private synchronized Registries registries() {
        var existing = registries;
        if (existing == null) {
            existing = new Registries(store, deployment.entities(modules()));
            registries = existing;
        }
        return existing;
    }

    /** Stops Hibernate and closes the connections, except those of a program's data source. */
    @Override
    public synchronized void close() {
        var existing = registries;
        registries = null;
        if (existing != null) {
            existing.close();
        }
        database.close();
    }

    @Override
    public String toString() {
        return slug().toString();
    }
}
