package lamin.cli.command;

import picocli.CommandLine.Option;

/** The option of commands that ask for confirmation. */
public final class YesOption {
    @Option(
            names = {"-y", "--yes"},
            description = "Answer yes to all questions.")
    private boolean yes;

    public boolean isGiven() {
        return yes;
    }
}
