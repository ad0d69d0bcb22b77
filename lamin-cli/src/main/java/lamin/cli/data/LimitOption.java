package lamin.cli.data;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of commands that print a part of the records. */
final class LimitOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "The largest number of records to print.")
    private @Nullable Integer most;

    int most(int byDefault) {
        if (most == null) {
            return byDefault;
        }
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "expected at least 1 for --limit, found " + most);
        }
        return most;
    }
}
