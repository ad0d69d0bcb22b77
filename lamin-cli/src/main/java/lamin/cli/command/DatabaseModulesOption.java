package lamin.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The modules of a database that belongs to no instance. */
public final class DatabaseModulesOption {
    @Option(
            names = "--module",
            paramLabel = "MODULE",
            description = "With --jdbc: a module of the database; those that it depends on are included. By default the"
                    + " module of the current folder. Repeatable.")
    private List<String> names = new ArrayList<>();

    public List<String> names() {
        return names;
    }
}
