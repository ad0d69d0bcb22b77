package lamin.cli.command;

import picocli.CommandLine.Option;

/** The option of commands that print results. */
public final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    public boolean isWanted() {
        return json;
    }
}
