package lamin.schema.internal.foreign;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lamin.schema.fixture.Database;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Liquibase on a database, as a service runs it.
 *
 * @param changelog its path among the resources
 */
record LiquibaseRun(Database database, ResourceAccessor resources, String changelog) {
    /** Liquibase writes each statement to its log. */
    private static final Logger LOG = Logger.getLogger("liquibase");

    static {
        LOG.setLevel(Level.WARNING);
    }

    private interface Work<T> {
        T with(Liquibase liquibase) throws LiquibaseException;
    }

    static LiquibaseRun of(Database database, Path folder, String changelog) {
        try {
            return new LiquibaseRun(database, new DirectoryResourceAccessor(folder), changelog);
        } catch (FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    void update() {
        run(liquibase -> {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
            return true;
        });
    }

    /** The change sets that it would run, once it has found what it ran valid. */
    List<String> pending() {
        return run(liquibase -> {
            liquibase.validate();
            return liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .map(ChangeSet::getId)
                    .toList();
        });
    }

    /** Takes its lock, as a run that is killed leaves it. */
    void lock() {
        run(liquibase -> {
            var service = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
            service.waitForLock();
            return true;
        });
    }

    void releaseLocks() {
        run(liquibase -> {
            liquibase.forceReleaseLocks();
            return true;
        });
    }

    private <T> T run(Work<T> work) {
        try (var connection = database.connection()) {
            return Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> work.with(new Liquibase(
                            changelog,
                            resources,
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
