package lamin.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands on an instance. */
public final class InstanceOption {
    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = "The instance, as owner/name or name; by default the current one.")
    private @Nullable String name;

    public @Nullable String name() {
        return name;
    }
}
