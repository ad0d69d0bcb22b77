package lamin.cli.command;

import picocli.CommandLine.Option;

/** For commands that print something. */
public final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    public boolean isWanted() {
        return json;
    }
}
