package lamin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
public abstract class LaminCommand implements Callable<Integer> {
    protected static final int OK = 0;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    boolean isDebug() {
        return debug;
    }

    /** The session that the root command was started with. */
    protected Session session() {
        return ((Main) spec.root().userObject()).session();
    }

    /** Does the work; returns the exit code. */
    @Override
    public abstract Integer call();
}
