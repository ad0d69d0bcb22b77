package lamin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import lamin.Version;
import lamin.cli.bionty.BiontyCommand;
import lamin.cli.command.CommandRoot;
import lamin.cli.command.Session;
import lamin.cli.data.AnnotateCommand;
import lamin.cli.data.CollectCommand;
import lamin.cli.data.DescribeCommand;
import lamin.cli.data.DoctorCommand;
import lamin.cli.data.FinishCommand;
import lamin.cli.data.GetCommand;
import lamin.cli.data.LineageCommand;
import lamin.cli.data.ListCommand;
import lamin.cli.data.RestoreCommand;
import lamin.cli.data.RunCommand;
import lamin.cli.data.SaveCommand;
import lamin.cli.data.SearchCommand;
import lamin.cli.data.TrackCommand;
import lamin.cli.data.ValidateCommand;
import lamin.cli.data.ViewCommand;
import lamin.cli.migrate.MigrateCommand;
import lamin.cli.module.ModuleCommand;
import lamin.cli.schema.SchemaCommand;
import lamin.cli.shell.ShellCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code lamin} command. */
@Command(
        name = "lamin",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionOfBuild.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "A data framework for biology: registries, schema modules and migrations.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin init --storage ./test-schema --schema bionty",
            "  lamin save counts.csv --key datasets/counts.csv",
            "  lamin run -- python3 analysis.py",
            "  lamin migrate create"
        },
        subcommands = {
            InitCommand.class,
            LoadCommand.class,
            CloseCommand.class,
            InfoCommand.class,
            SaveCommand.class,
            GetCommand.class,
            ListCommand.class,
            SearchCommand.class,
            DescribeCommand.class,
            ViewCommand.class,
            AnnotateCommand.class,
            ValidateCommand.class,
            CollectCommand.class,
            DeleteCommand.class,
            RestoreCommand.class,
            LineageCommand.class,
            RunCommand.class,
            TrackCommand.class,
            FinishCommand.class,
            DoctorCommand.class,
            MigrateCommand.class,
            BiontyCommand.class,
            SchemaCommand.class,
            ModuleCommand.class,
            ShellCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Main implements CommandRoot, Runnable {
    /** Wide enough to keep every example on one line. */
    private static final int HELP_WIDTH = 110;

    private final Session session;

    @Spec
    private CommandSpec spec;

    Main(Session session) {
        this.session = session;
    }

    public static void main(String[] arguments) {
        System.exit(run(Session.ofProcess(), arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(Session session, String... arguments) {
        var main = new Main(session);
        return set(NamedCommand.of(main, arguments).orElseGet(() -> new CommandLine(main)), session)
                .execute(arguments);
    }

    /** All commands. */
    static CommandLine commandLine(Session session) {
        return set(new CommandLine(new Main(session)), session);
    }

    private static CommandLine set(CommandLine commandLine, Session session) {
        var failures = new Failures(session);
        return commandLine
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Session session() {
        return session;
    }

    /** Without a subcommand, help is printed. */
    @Override
    public void run() {
        spec.commandLine().usage(session.out());
    }

    static final class VersionOfBuild implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lamin4j " + Version.CURRENT};
        }
    }
}
