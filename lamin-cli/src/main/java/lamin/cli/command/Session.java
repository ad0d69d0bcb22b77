package lamin.cli.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.Instance;
import lamin.Lamin;
import lamin.Version;
import lamin.instance.Database;
import lamin.instance.DatabaseUrl.PostgresUrl;
import lamin.instance.InstanceContents;
import lamin.instance.Secret;
import lamin.instance.Slug;
import lamin.module.ModuleDeployment;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Notices.Level;
import lamin.schema.Notices.Notice;
import lamin.schema.Remedy.CreateInstance;
import lamin.schema.Remedy.LoadInstance;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.entities.EntityReader;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.CurrentInstance;
import lamin.settings.Environment;
import lamin.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;

/** The context of one command: its environment, its streams and the terminal. Its parts are created on demand. */
public final class Session {
    /** Without a terminal. */
    private static final int WIDTH = 100;

    private final Environment environment;
    private final Terminal terminal;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Caller caller;
    private Level verbosity;
    private @Nullable ModulePath modulePath;
    private @Nullable EntityReader entityReader;
    private @Nullable ModuleDeployment deployment;
    private @Nullable Lamin lamin;
    private @Nullable String named;

    public Session(Environment environment, Terminal terminal, InputStream in, PrintStream out, PrintStream err) {
        this(environment, terminal, in, out, err, Caller.COMMAND_LINE);
    }

    public Session(
            Environment environment,
            Terminal terminal,
            InputStream in,
            PrintStream out,
            PrintStream err,
            Caller caller) {
        this.environment = environment;
        this.terminal = terminal;
        this.in = in;
        this.out = out;
        this.err = err;
        this.caller = caller;
        this.verbosity = terminal.isInteractive() ? Level.HINT : Level.INFO;
    }

    public static Session ofProcess() {
        return new Session(Environment.ofProcess(), Terminal.ofProcess(), System.in, System.out, System.err);
    }

    public Environment environment() {
        return environment;
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Input from a pipe or a file. */
    public InputStream in() {
        return in;
    }

    /** The stream for results. */
    public PrintStream out() {
        return out;
    }

    /** The stream for everything except results. */
    public PrintStream err() {
        return err;
    }

    /** Reports why the command failed. */
    public void fail(String failure) {
        caller.report(failure, err);
    }

    /** Colour is used on terminals, unless {@code NO_COLOR} is set. */
    public boolean isColoured() {
        return terminal.isInteractive() && !environment.variables().containsKey("NO_COLOR");
    }

    /** The number of characters in a line of a table: {@code COLUMNS}, otherwise that of the terminal. */
    public int width() {
        return environment.columns().orElseGet(() -> terminal.width().orElse(WIDTH));
    }

    /** The lowest reported level; hints are by default only shown on terminals. */
    void verbosity(Level newVerbosity) {
        verbosity = newVerbosity;
    }

    public Notices notices() {
        return notice -> {
            if (notice.level().compareTo(verbosity) <= 0) {
                err.println(prefix(notice.level()) + text(notice));
            }
        };
    }

    private static String prefix(Level level) {
        return switch (level) {
            case ERROR -> "error: ";
            case WARNING -> "warning: ";
            case INFO -> "";
            case HINT -> "hint: ";
        };
    }

    private String text(Notice notice) {
        return Stream.concat(
                        Stream.of(notice.message()), notice.remedies().stream().map(wording()::line))
                .collect(Collectors.joining("; "));
    }

    /** Words remedies as commands, which name the instance that the user named. */
    public Wording wording() {
        return new Wording(named, caller);
    }

    public synchronized ModulePath modulePath() {
        var known = modulePath;
        if (known == null) {
            known = caller.modulePath(environment, notices());
            modulePath = known;
        }
        return known;
    }

    /** Must be called after modules were added, removed or edited. */
    public synchronized void modulesChanged() {
        modulePath = null;
        entityReader = null;
        deployment = null;
        lamin = null;
    }

    public ModuleCatalog catalog() {
        return modulePath().catalog();
    }

    /** Reads the entities of the current folder's project. */
    public synchronized EntityReader entityReader() {
        var known = entityReader;
        if (known == null) {
            known = modulePath().entityReader();
            entityReader = known;
        }
        return known;
    }

    public synchronized ModuleDeployment deployment() {
        var known = deployment;
        if (known == null) {
            var author = new Author(environment.settings().user().handle(), Version.CURRENT);
            known = new ModuleDeployment(catalog(), author, notices());
            deployment = known;
        }
        return known;
    }

    /** The same for databases that belong to no instance. */
    public ModuleDeployment deploymentWithoutCore() {
        return deployment().withoutCore();
    }

    public synchronized Lamin lamin() {
        var known = lamin;
        if (known == null) {
            known = new Lamin(environment, deployment(), notices(), this::password);
            known.settings().verbosity(List.of(Level.values()).indexOf(verbosity));
            lamin = known;
        }
        return known;
    }

    private Optional<Secret> password(PostgresUrl url) {
        return terminal.askSecret("password of " + url + ": ").map(String::new).map(Secret::of);
    }

    /** The instance used when none is named. */
    public CurrentInstance current() {
        return new CurrentInstance(environment);
    }

    /** The named instance, otherwise the current one. */
    public InstanceSettings instance(@Nullable String name) {
        if (name != null) {
            named = name;
            return environment
                    .settings()
                    .get(Slug.parse(name, environment.settings().user().handle()));
        }
        return current()
                .settings()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, "no instance is loaded here", new LoadInstance(), new CreateInstance()));
    }

    public Database database(InstanceSettings settings) {
        var database = lamin().database(settings);
        database.verify();
        return database;
    }

    /** The modules that an instance mounts, without core. */
    public SortedSet<String> mounted(InstanceSettings settings, Database database) {
        return database.read(
                connection -> Instance.mounted(InstanceContents.read(connection).mountedModules(), settings));
    }

    /** A deployer for the mounted modules of the named instance, otherwise of the current one. */
    public Deployer deployer(@Nullable String name) {
        var settings = instance(name);
        return deployer(settings, database(settings));
    }

    /** A deployer for the mounted modules of an instance; the database of another instance is refused. */
    public Deployer deployer(InstanceSettings settings, Database database) {
        var modules = database.read(connection -> {
            var contents = InstanceContents.read(connection);
            lamin().requireOwned(settings, contents);
            return Instance.mounted(contents.mountedModules(), settings);
        });
        return deployment().deployer(database::connection, modules);
    }

    /**
     * Progress of reading, shown on a terminal.
     *
     * @param total the expected number of bytes; 0 if it is not known
     */
    public ByteProgress progress(long total) {
        return new ByteProgress(err, terminal.isInteractive() && verbosity != Level.ERROR, total);
    }

    /** Progress of terms, shown on a terminal. */
    public TermProgress termProgress() {
        return new TermProgress(err, terminal.isInteractive() && verbosity != Level.ERROR);
    }

    /** Prints a result, as JSON if requested. */
    public void print(boolean json, Supplier<Object> asJson, Supplier<List<String>> asText) {
        if (json) {
            out.println(Json.text(asJson.get()));
        } else {
            asText.get().forEach(out::println);
        }
    }
}
