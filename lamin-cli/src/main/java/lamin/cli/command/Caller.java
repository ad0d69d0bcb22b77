package lamin.cli.command;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.Notices;
import lamin.settings.Environment;

/** The program that runs commands: the command line, or a build tool that has compiled the module and names commands differently. */
public interface Caller {
    Caller COMMAND_LINE = new Caller() {};

    /** The modules that commands can use. */
    default ModulePath modulePath(Environment environment, Notices notices) {
        return ModulePath.find(environment, notices);
    }

    /**
     * A command as the user types it.
     *
     * @param arguments the arguments after {@code lamin}
     */
    default String command(List<String> arguments) {
        return Invocation.quoted(Stream.concat(Stream.of("lamin"), arguments.stream()));
    }

    /** An option and its value as the user adds them to the failed command. */
    default String option(List<String> words) {
        return Invocation.quoted(words.stream());
    }

    /** Reports why a command failed. */
    default void report(String failure, PrintStream err) {
        err.println(failure);
    }
}
