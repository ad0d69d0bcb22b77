package lamin.cli.command;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import lamin.load.LoadState;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.deploy.Connections;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.foreign.ForeignHistory;
import lamin.settings.Environment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a database: that of an instance, or any other. */
public final class DatabaseOption {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "A database without an instance: the JDBC URL of a PostgreSQL database or a SQLite file. A"
                    + " password may be in PGPASSWORD. Core is not needed.")
    private @Nullable String url;

    /** Null for that of an instance. */
    public @Nullable String url() {
        return url;
    }

    public @Nullable String instance() {
        return instance.name();
    }

    /** What a command does with a SQLite file that does not exist. */
    public enum MissingFile {
        CREATED,
        /** It is taken for an empty database. */
        IMAGINED,
        REFUSED
    }

    /**
     * A deployer for the mounted modules of the instance, or on another database for these modules.
     *
     * @param modules if there are none, the module of the current folder
     */
    public Deployer deployer(Session session, Collection<String> modules, MissingFile missing) {
        if (url == null) {
            refuseModules(modules);
            return session.deployer(instance.name());
        }
        return session.deploymentWithoutCore().deployer(connections(session, url, missing), names(session, modules));
    }

    /** The modules compared with the database. */
    public LoadState state(Session session, Collection<String> modules) {
        if (url == null) {
            refuseModules(modules);
            var settings = session.instance(instance.name());
            var database = session.database(settings);
            var mounted = session.mounted(settings, database);
            return database.read(connection -> session.deployment().state(connection, mounted));
        }
        try (var connection = connections(session, url, MissingFile.REFUSED).open()) {
            return session.deploymentWithoutCore().state(connection, names(session, modules));
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }

    /** What other migration tools have recorded in a database without an instance. */
    public List<ForeignHistory> foreignHistories(Session session) {
        if (url == null) {
            return List.of();
        }
        try (var connection = connections(session, url, MissingFile.REFUSED).open()) {
            return ForeignHistory.read(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.exception(e);
        }
    }

    private static void refuseModules(Collection<String> modules) {
        if (!modules.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE, "--module goes with --jdbc: the modules of an instance are those that it mounts");
        }
    }

    private static SortedSet<String> names(Session session, Collection<String> modules) {
        if (!modules.isEmpty()) {
            modules.forEach(session.catalog()::get);
            return new TreeSet<>(modules);
        }
        return new TreeSet<>(List.of(session.modulePath()
                .current()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE,
                        "no schema module here, and --jdbc does not say which modules the database has",
                        new Advice("name them with --module, or go to the module's project")))));
    }

    private static Connections connections(Session session, String url, MissingFile missing) {
        if (url.startsWith(SQLITE)) {
            return sqlite(session.environment(), url.substring(SQLITE.length()), missing);
        }
        if (url.startsWith(POSTGRESQL)) {
            return postgres(session.environment(), url);
        }
        throw new LaminException(
                ErrorCode.USAGE,
                "--jdbc takes jdbc:postgresql://HOST/NAME?user=USER or jdbc:sqlite:FILE, not " + Masked.text(url));
    }

    private static Connections sqlite(Environment environment, String path, MissingFile missing) {
        var file = environment.workingDirectory().resolve(path.replaceFirst("\\?.*", ""));
        var existing = SQLITE + file;
        if (Files.exists(file)) {
            return () -> DriverManager.getConnection(existing);
        }
        return switch (missing) {
            case CREATED -> () -> DriverManager.getConnection(existing);
            case IMAGINED -> () -> DriverManager.getConnection(SQLITE + ":memory:");
            case REFUSED -> throw new LaminException(ErrorCode.USAGE, "there is no " + file);
        };
    }

    private static Connections postgres(Environment environment, String url) {
        var properties = new Properties();
        var password = environment.variables().get("PGPASSWORD");
        if (password != null && !url.contains("password=")) {
            properties.setProperty("password", password);
        }
        return () -> DriverManager.getConnection(url, properties);
    }
}
