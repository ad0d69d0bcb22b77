package lamin.schema.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.Advice;
import lamin.schema.deploy.Author;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.deploy.Patience;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.deploy.EditedMigrations;
import lamin.schema.internal.deploy.EngineVersion;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleCode;
import lamin.schema.internal.plan.ModuleStatus.Mismatch;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.stamp.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of the schema modules of a service, on its own database. Needs neither an instance of LaminDB nor Hibernate;
 * called before the entity manager factory is created:
 *
 * <pre>{@code
 * Migrations.on(dataSource).deploy();
 * }</pre>
 *
 * <p>Objects are immutable and may be used by several threads. Of replicas that start at once, one deploys; the others wait and
 * then find nothing to do.
 */
public final class Migrations {
    private final Connections connections;
    private final VisibleModules visible;
    private final Set<String> modules;
    private final Set<String> drops;
    private final String user;
    private final Notices notices;
    private final Patience patience;

    private Migrations(
            Connections connections,
            VisibleModules visible,
            Set<String> modules,
            Set<String> drops,
            String user,
            Notices notices,
            Patience patience) {
        this.connections = connections;
        this.visible = visible;
        this.modules = modules;
        this.drops = drops;
        this.user = user;
        this.notices = notices;
        this.patience = patience;
    }

    /** All modules that the class loader of the program sees, on a SQLite or PostgreSQL database. */
    public static Migrations on(DataSource dataSource) {
        return on(() -> autoCommitting(dataSource.getConnection()));
    }

    /** Some pools hand out connections in another mode, and set it back when one is returned. */
    private static Connection autoCommitting(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        return connection;
    }

    /** The same without a data source; connections are in auto-commit mode. */
    public static Migrations on(Connections connections) {
        return new Migrations(
                connections,
                new VisibleModules(ModuleCatalog.programLoader()),
                Set.of(),
                Set.of(),
                System.getProperty("user.name", "unknown"),
                Notices.NONE,
                Patience.USUAL);
    }

    /** With the modules that this class loader sees. */
    public Migrations modules(ClassLoader loader) {
        return new Migrations(connections, new VisibleModules(loader), modules, drops, user, notices, patience);
    }

    /** With these modules and those that they depend on, instead of all. */
    public Migrations modules(String... names) {
        return new Migrations(connections, visible, Set.of(names), drops, user, notices, patience);
    }

    /** Allowed to drop these tables and {@code table.column}s even if they hold data. */
    public Migrations allowingDrops(String... names) {
        return new Migrations(connections, visible, modules, Set.of(names), user, notices, patience);
    }

    /** With this name as the one who deploys, in the history; by default that of the operating system's user. */
    public Migrations by(String name) {
        return new Migrations(connections, visible, modules, drops, name, notices, patience);
    }

    /** Reports to this receiver what happens, such as a wait for another process. */
    public Migrations reporting(Notices receiver) {
        return new Migrations(connections, visible, modules, drops, user, receiver, patience);
    }

    /** Waits this long for another process, by default 30 seconds. */
    public Migrations waiting(Duration timeout) {
        var longer = new Patience(patience.untilNotice(), timeout);
        return new Migrations(connections, visible, modules, drops, user, notices, longer);
    }

    /**
     * Runs the pending migrations; does nothing if there are none.
     *
     * @throws LaminException with {@code INCOMPATIBLE} if the database is ahead of the code, {@code BUSY} if it stays locked,
     *     {@code REFUSED} if data would be lost or a migration was edited after it had been applied; also if a migration fails,
     *     in which case nothing of that migration is left
     */
    public DeployResult deploy() {
        return deployer().deploy();
    }

    /** The migrations that a deploy would run, in that order. */
    public List<String> plan() {
        return deployer().plan().pending().stream().map(Object::toString).toList();
    }

    /** Compares the database with the modules, and its tables with what its history implies. Nothing is changed. */
    public MigrationStatus status() {
        var chains = chains().all();
        return reading(connection -> status(connection, chains));
    }

    private MigrationStatus status(Connection connection, List<Chain> chains) throws SQLException {
        var ledger = new Ledger(connection).read();
        var planner = new Planner(chains);
        var incompatible = planner.statuses(ledger).stream()
                .filter(Mismatch.class::isInstance)
                .map(status -> ((Mismatch) status).description())
                .toList();
        if (!incompatible.isEmpty()) {
            return new MigrationStatus(List.of(), incompatible, List.of(), List.of());
        }
        return new MigrationStatus(
                planner.plan(ledger).pending().stream().map(Object::toString).toList(),
                List.of(),
                EditedMigrations.of(connection, chains, ledger).stream()
                        .map(edited -> edited.script().toString())
                        .toList(),
                Drift.read(connection, chains, notices).modules().stream()
                        .flatMap(module -> module.differences().stream())
                        .filter(difference -> !difference.isHarmless())
                        .map(Difference::inDatabase)
                        .toList());
    }

    /**
     * Passes only if the database is what the modules need.
     *
     * @throws LaminException with {@code NOT_IN_SYNC} or {@code INCOMPATIBLE}, and a line for each difference
     */
    public void validate() {
        var status = status();
        if (!status.isInSync()) {
            throw new LaminException(
                    status.incompatible().isEmpty() ? ErrorCode.NOT_IN_SYNC : ErrorCode.INCOMPATIBLE,
                    String.join("\n", status.lines()));
        }
    }

    /**
     * Takes over tables that another tool made: if they are as the migrations would have made them, the migrations are recorded
     * as applied. Only the history is written.
     *
     * @return the recorded migrations; empty if all were recorded already
     * @throws LaminException with {@code NOT_IN_SYNC} and all differences if the tables differ; {@code REFUSED} or {@code BUSY}
     *     if a migration of Flyway failed, or Liquibase's lock is held
     */
    public List<String> stamp() {
        var result = stamping().write(Set.of(), LastStep.NONE);
        if (!result.grave().isEmpty()) {
            throw new LaminException(
                    ErrorCode.NOT_IN_SYNC,
                    String.join(
                            "\n",
                            result.grave().stream().map(Difference::inDatabase).toList()),
                    new Advice("look at repair(), run what is right of it, and stamp again"));
        }
        return result.scripts().stream().map(Object::toString).toList();
    }

    /** SQL that makes the tables what {@link #stamp} expects, to be reviewed first; it drops nothing. */
    public List<String> repair() {
        return stamping().verify().modules().stream()
                .flatMap(module -> module.repair().stream())
                .toList();
    }

    private Stamp stamping() {
        return Stamp.of(deployer(), List.of());
    }

    private Deployer deployer() {
        return new Deployer(connections, chains(), new Author(user, EngineVersion.CURRENT), notices)
                .allowingDrops(drops)
                .with(patience);
    }

    private Chains chains() {
        var catalog = visible.catalog();
        var names = modules.isEmpty()
                ? catalog.code().stream().map(ModuleCode::name).toList()
                : List.copyOf(modules);
        if (names.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the class loader of the program sees no schema module",
                    new Advice(
                            "annotate the package of the entities with @SchemaModule in its package-info.java; a jar of them"
                                    + " names the package in META-INF/lamin/modules"));
        }
        return catalog.chainsOf(names);
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) {
        try (var connection = connections.open()) {
            return reading.of(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }

    /** The modules that a class loader sees, looked for when they are first needed: a search opens each jar of the class path. */
    private static final class VisibleModules {
        private final ClassLoader loader;
        private @Nullable ModuleCatalog found;

        VisibleModules(ClassLoader loader) {
            this.loader = loader;
        }

        synchronized ModuleCatalog catalog() {
            var catalog = found == null ? ModuleCatalog.visibleTo(loader) : found;
            found = catalog;
            return catalog;
        }
    }
}
