package lamin;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.instance.DirectDatabase;
import lamin.instance.InstanceContents;
import lamin.instance.PostgresDatabase;
import lamin.instance.SqliteDatabase;
import lamin.module.SchemaDeployment;
import lamin.ontology.source.SourceRows;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.DeleteInstance;
import lamin.schema.Remedy.Retry;
import lamin.schema.model.TableName;
import lamin.settings.InstanceSettings;

/** One call of {@code delete}, which first determines what would be lost. It can be repeated after an interruption. */
final class Deletion {
    private final Lamin lamin;
    private final SchemaDeployment deployment;
    private final Notices notices;
    private final InstanceSettings settings;
    private final DeleteOptions options;
    private final Ownership ownership;

    Deletion(
            Lamin lamin,
            SchemaDeployment deployment,
            Notices notices,
            InstanceSettings settings,
            DeleteOptions options) {
        this.lamin = lamin;
        this.deployment = deployment;
        this.notices = notices;
        this.settings = settings;
        this.options = options;
        this.ownership = new Ownership(settings, lamin.folder());
    }

    void run() {
        ownership.requireStorage();
        int dataFiles = countDataFiles();
        var database = lamin.database(settings);
        refuseUnlessConfirmed(records(database));
        deleteDatabase(database);
        deleteFiles();
        lamin.current().forget(settings.slug());
        lamin.folder().remove(settings.slug());
        if (dataFiles > 0) {
            notices.warning(
                    dataFiles + " data files stay in " + settings.storage(), new Advice("remove them yourself"));
        }
    }

    private int countDataFiles() {
        var files = settings.storage().dataFiles();
        if (!files.isEmpty() && !options.force()) {
            throw refused(
                    files.size() + " data files are in the storage of " + settings.slug() + ", the first is "
                            + files.getFirst()
                            + "\nnothing was changed",
                    new Advice("move them"),
                    deletion(true));
        }
        return files.size();
    }

    /** A description of what would be lost; empty if there are only the rows of {@code init}. */
    private String records(DirectDatabase database) {
        if (database instanceof SqliteDatabase sqlite && !Files.exists(sqlite.file())) {
            return "";
        }
        try {
            database.verify();
            var rows = database.read(connection -> {
                database.prepareDeletion(connection);
                var contents = InstanceContents.read(connection);
                ownership.requireDatabase(contents);
                return contents.rowsBeyondInit(
                        doomed(database, connection, contents),
                        SourceRows.counts(deployment, Instance.mounted(contents.mountedModules(), settings)));
            });
            return rows.entrySet().stream()
                    .map(table ->
                            table.getValue() + (table.getValue() == 1 ? " row in " : " rows in ") + table.getKey())
                    .collect(Collectors.joining(", "));
        } catch (LaminException e) {
            if (database instanceof SqliteDatabase && options.force() && e.code() == ErrorCode.FAILURE) {
                return "a database that cannot be read";
            }
            throw e;
        }
    }

    /** A file goes with all that is in it; of a database on a server only our tables are dropped. */
    private Set<TableName> doomed(DirectDatabase database, Connection connection, InstanceContents contents)
            throws SQLException {
        return switch (database) {
            case SqliteDatabase ignored -> contents.tables();
            case PostgresDatabase ignored ->
                deployment.tables(connection, Instance.mounted(contents.mountedModules(), settings));
        };
    }

    private void refuseUnlessConfirmed(String records) {
        if (!records.isEmpty() && !options.confirm().test(settings.slug() + " holds " + records + ". Delete it?")) {
            throw refused(
                    settings.slug() + " holds " + records + "\nnothing was changed", new Confirm(deletion(false)));
        }
    }

    private void deleteDatabase(DirectDatabase database) {
        try {
            switch (database) {
                case SqliteDatabase ignored -> settings.storage().removeDatabase();
                case PostgresDatabase postgres -> dropTables(postgres, deployment, lamin.modules(settings, postgres));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Drops all tables of the modules and their ledger; none if tables of others reference one. */
    static void dropTables(DirectDatabase database, SchemaDeployment deployment, SortedSet<String> modules) {
        database.write(connection -> {
            database.prepareDeletion(connection);
            var unwanted = new TreeSet<>(deployment.tables(connection, modules));
            unwanted.addAll(InstanceContents.ledgers(modules));
            InstanceContents.read(connection).drop(database, unwanted);
            return unwanted;
        });
    }

    private void deleteFiles() {
        try {
            settings.storage().removeMark();
            settings.storage().removeEmptyFolders();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private LaminException failed(IOException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "cannot remove files of " + settings.slug() + ": " + cause.getMessage(),
                List.of(new Retry()),
                cause);
    }

    private DeleteInstance deletion(boolean leavesFiles) {
        return new DeleteInstance(settings.slug().toString(), leavesFiles);
    }

    private static LaminException refused(String message, Remedy... remedies) {
        return new LaminException(ErrorCode.REFUSED, message, remedies);
    }
}
