package lamin.cli.command;

import java.util.concurrent.Callable;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The base class of all commands. */
public abstract class LaminCommand implements Callable<Integer> {
    protected static final int OK = 0;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also report hints when there is no terminal.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Report errors only.")
    private boolean quiet;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    public boolean isDebug() {
        return debug;
    }

    /** Whether to print all details. */
    protected boolean isVerbose() {
        return verbose;
    }

    /** The session of the root command, with the verbosity set by the options. */
    protected Session session() {
        var session = ((CommandRoot) spec.root().userObject()).session();
        if (quiet || verbose) {
            session.verbosity(verbose ? Level.HINT : Level.ERROR);
        }
        return session;
    }

    /** Does the work and returns the exit code. */
    @Override
    public abstract Integer call();

    /** Fails if the value of an option is given and not positive. */
    protected static void requirePositive(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new LaminException(ErrorCode.USAGE, option + " must be at least 1, found " + number);
        }
    }
}
