package lamin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.instance.Base62;
import lamin.instance.DirectDatabase;
import lamin.instance.GivenUrl;
import lamin.instance.InitialRows;
import lamin.instance.InstanceContents;
import lamin.instance.PostgresDatabase;
import lamin.instance.Slug;
import lamin.instance.SqliteDatabase;
import lamin.instance.StorageMark;
import lamin.instance.StorageRoot;
import lamin.module.SchemaDeployment;
import lamin.ontology.source.SourceRows;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.ChooseName;
import lamin.schema.Remedy.ChooseStorage;
import lamin.schema.Remedy.CreateDatabase;
import lamin.schema.Remedy.KeepTables;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.module.ModuleConvention;
import lamin.settings.Environment;
import lamin.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;

/** One call of {@code init}: determines what exists, then creates the rest or undoes everything. */
final class Initialisation {
    private final Lamin lamin;
    private final SchemaDeployment deployment;
    private final Notices notices;
    private final InitOptions options;
    private final StorageRoot root;
    private final @Nullable GivenUrl given;
    private final InstanceSettings wanted;
    private boolean createdDatabase;

    Initialisation(
            Lamin lamin, Environment environment, SchemaDeployment deployment, Notices notices, InitOptions options) {
        this.lamin = lamin;
        this.deployment = deployment;
        this.notices = notices;
        this.options = options;
        var db = options.db();
        var name = options.name();
        this.root = StorageRoot.parse(options.storage(), environment.workingDirectory());
        this.given = db == null ? null : GivenUrl.parse(db);
        var defaultName = given == null ? root.defaultName() : given.url().database();
        var slug = new Slug(lamin.folder().user().handle(), name == null ? defaultName : name);
        this.wanted = InstanceSettings.of(slug, root, given, options.modules());
    }

    InitResult run() {
        deployment.check(options.modules());
        root.checkFolder();
        refuseOtherInstances();
        var database = lamin.database(wanted.database(), given);
        var storageUid = existing(database);
        boolean made = storageUid.isEmpty() && make(database);
        if (!made) {
            writeFiles(storageUid.or(() -> existing(database)).orElseThrow());
        }
        adviseOnUrl();
        return new InitResult(lamin.instance(wanted, database), !made, createdDatabase, untracked(database));
    }

    /** The name may belong to an instance elsewhere, or the folder to an instance with another name. */
    private void refuseOtherInstances() {
        lamin.folder().find(wanted.slug()).ifPresent(known -> {
            if (!known.storage().equals(root)) {
                throw refused(
                        wanted.slug() + " is the name of an instance with its storage at " + known.storage(),
                        new ChooseName());
            }
            if (!known.database().equals(wanted.database())) {
                throw refused(wanted.slug() + " exists with another database: " + known.database() + "\nasked for: "
                        + wanted.database());
            }
        });
        root.mark().ifPresent(mark -> {
            if (!mark.isOf(wanted.slug())) {
                throw refused(
                        "the storage " + root + " is managed by another instance: "
                                + mark.slug().orElse("its uid is " + mark.storageUid()),
                        new ChooseStorage());
            }
        });
    }

    /** The uid of the storage if the database already holds the requested instance; empty if it holds none. */
    private Optional<String> existing(DirectDatabase database) {
        if (!isThere(database)) {
            return Optional.empty();
        }
        database.verify();
        return database.read(connection -> existing(database, connection));
    }

    private static boolean isThere(DirectDatabase database) {
        return switch (database) {
            case SqliteDatabase sqlite -> Files.exists(sqlite.file());
            case PostgresDatabase postgres -> postgres.exists();
        };
    }

    private Optional<String> existing(DirectDatabase database, Connection connection) throws SQLException {
        var contents = InstanceContents.read(connection);
        if (options.existing() && !contents.hasStorage()) {
            return Optional.empty();
        }
        if (!contents.isInstance() && database instanceof PostgresDatabase) {
            refuseUntracked(database, connection);
            return Optional.empty();
        }
        var storageUid = contents.storageUid(root);
        if (storageUid.isEmpty()) {
            var other = new Advice("choose another storage or database");
            throw refused(
                    "the database " + database.url() + " holds no instance with the storage " + root
                            + "\nnothing was changed",
                    contents.hasStorage() ? new Remedy[] {other} : new Remedy[] {other, new KeepTables()});
        }
        if (!options.existing()) {
            refuseOtherModules(contents);
        }
        return storageUid;
    }

    /** Tables created by another tool would conflict with the migrations. */
    private void refuseUntracked(DirectDatabase database, Connection connection) throws SQLException {
        var inTheWay = deployment.untracked(connection);
        inTheWay.removeIf(module ->
                !module.equals(ModuleConvention.CORE) && !options.modules().contains(module));
        if (!inTheWay.isEmpty()) {
            throw refused(
                    "the database " + database.url() + " has tables of " + list(inTheWay)
                            + " already, and which migrations created them is unknown"
                            + "\nnothing was changed",
                    new KeepTables());
        }
    }

    private SortedSet<String> untracked(DirectDatabase database) {
        return options.existing() ? database.read(deployment::untracked) : new TreeSet<>();
    }

    private void refuseOtherModules(InstanceContents contents) throws SQLException {
        var known = lamin.folder().find(wanted.slug()).orElse(wanted);
        var mounted = Instance.mounted(contents.mountedModules(), known);
        if (!mounted.equals(options.modules())) {
            throw refused(wanted.slug() + " exists with other modules: " + list(mounted) + "\nasked for: "
                    + list(options.modules()));
        }
    }

    private static String list(Iterable<String> modules) {
        var text = String.join(", ", modules);
        return text.isEmpty() ? "none" : text;
    }

    /** False if another process was first. */
    private boolean make(DirectDatabase database) {
        var storageUid = root.mark().map(StorageMark::storageUid).orElseGet(() -> Base62.random(12));
        try (var undo = new Undo()) {
            createFolders(root.folder(), undo);
            createFolders(lamin.folder().path(), undo);
            boolean made = options.existing() ? keep(database, storageUid, undo) : make(database, storageUid, undo);
            if (made) {
                if (lamin.folder().find(wanted.slug()).isEmpty()) {
                    undo.add(() -> lamin.folder().remove(wanted.slug()));
                }
                if (root.mark().isEmpty()) {
                    undo.add(root::removeMark);
                }
                writeFiles(storageUid);
            }
            undo.succeeded();
            return made;
        } catch (SQLException e) {
            throw database.failure(e);
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private boolean make(DirectDatabase database, String storageUid, Undo undo) throws IOException, SQLException {
        return switch (database) {
            case SqliteDatabase sqlite -> makeSqlite(sqlite, storageUid, undo);
            case PostgresDatabase postgres -> makePostgres(postgres, storageUid, undo);
        };
    }

    /** Leaves modules with tables unchanged; if core has none, creates core and the other modules without tables. */
    private boolean keep(DirectDatabase database, String storageUid, Undo undo) throws SQLException {
        if (!isThere(database)) {
            throw refused("there is no database " + database.url() + " to take over", new CreateDatabase());
        }
        var untracked = untracked(database);
        if (!untracked.contains(ModuleConvention.CORE)) {
            var others = new TreeSet<>(options.modules());
            others.removeAll(untracked);
            deploy(database, others, storageUid);
            undo.add(() -> Deletion.dropTables(database, deployment, others));
        }
        return true;
    }

    /** Created under a temporary name, so that the database appears complete or not at all. */
    private boolean makeSqlite(SqliteDatabase database, String storageUid, Undo undo) throws IOException, SQLException {
        root.removeAbandonedDatabases();
        refuseCompanions(database.file());
        var temporary = root.temporaryDatabaseFile();
        try {
            SqliteDatabase.create(temporary);
            removeWhenInterrupted(temporary);
            deploy(new SqliteDatabase(temporary, Patience.USUAL, notices), options.modules(), storageUid);
            publish(temporary, database.file());
            undo.add(() -> Files.deleteIfExists(database.file()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** SQLite would read leftovers of a removed database into the new one. */
    private static void refuseCompanions(Path file) {
        var companions = SqliteDatabase.companions(file);
        if (!companions.isEmpty()) {
            throw refused(
                    "there is no database " + file + ", but files that belong to one: "
                            + companions.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + "\nnothing was changed",
                    new Advice("move them to where their database is, or delete them"));
        }
    }

    /** On Ctrl-C the JVM ends before this call does. */
    private static void removeWhenInterrupted(Path temporary) {
        temporary.toFile().deleteOnExit();
        temporary.resolveSibling(temporary.getFileName() + "-journal").toFile().deleteOnExit();
    }

    /** Unlike a rename, a link never replaces a file that another process has created meanwhile. */
    private static void publish(Path temporary, Path file) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(temporary, file);
        }
    }

    private boolean makePostgres(PostgresDatabase database, String storageUid, Undo undo) throws SQLException {
        if (!database.exists()) {
            database.create();
            createdDatabase = true;
            undo.add(() -> dropIfEmpty(database));
        }
        try {
            deploy(database, options.modules(), storageUid);
        } catch (SQLException | LaminException e) {
            if (existing(database).isPresent()) {
                return false;
            }
            throw e;
        }
        undo.add(() -> Deletion.dropTables(database, deployment, options.modules()));
        return true;
    }

    /** Another process may have created an instance there meanwhile. */
    private static void dropIfEmpty(PostgresDatabase database) {
        if (database.read(connection -> InstanceContents.read(connection).isEmpty())) {
            database.drop();
        }
    }

    private void deploy(DirectDatabase database, SortedSet<String> modules, String storageUid) throws SQLException {
        var now = Instant.now();
        var rows = new InitialRows(lamin.folder().user(), root, storageUid, wanted.id(), now);
        var sources = SourceRows.of(deployment, modules);
        try (var connection = database.connection()) {
            deployment.deploy(connection, modules, last -> {
                rows.write(last);
                sources.write(last, InitialRows.USER_ID, now);
            });
        }
    }

    /** Changes nothing if all files are correct; also writes files that a killed process left out. */
    private void writeFiles(String storageUid) {
        try {
            if (root.mark().isEmpty()) {
                root.mark(StorageMark.of(storageUid, wanted.slug()));
            }
        } catch (IOException e) {
            throw notWritable(e);
        }
        if (lamin.folder().find(wanted.slug()).isEmpty()) {
            lamin.folder().save(wanted);
        }
        lamin.current().set(wanted.slug());
    }

    private static void createFolders(Path folder, Undo undo) throws IOException {
        if (!Files.isDirectory(folder)) {
            var parent = folder.getParent();
            if (parent != null) {
                createFolders(parent, undo);
            }
            try {
                Files.createDirectory(folder);
                undo.add(() -> Files.deleteIfExists(folder));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
    }

    private void adviseOnUrl() {
        if (given == null) {
            return;
        }
        if (given.url().looksReadOnlyToPython()) {
            notices.warning(
                    "the database URL contains 'read' or 'public': Python's lamindb takes such an instance for a"
                            + " public one and skips track()",
                    new Advice("rename the database or the user"));
        }
        if (given.password() != null) {
            notices.warning(
                    "the password in the URL is not stored",
                    new Advice("set PGPASSWORD or add it to ~/.pgpass, which nobody else may read"));
        }
    }

    private LaminException notWritable(IOException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "cannot write below " + root + " or " + lamin.folder().path() + ": " + cause.getMessage(),
                cause);
    }

    private static LaminException refused(String message, Remedy... remedies) {
        return new LaminException(ErrorCode.REFUSED, message, remedies);
    }
}
