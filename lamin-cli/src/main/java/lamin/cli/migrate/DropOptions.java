package lamin.cli.migrate;

import java.util.Set;
import java.util.TreeSet;
import lamin.cli.command.Terminal;
import lamin.schema.internal.deploy.Deployer;
import picocli.CommandLine.Option;

/** The drops that the user allows, by options and by answers. */
final class DropOptions {
    @Option(
            names = "--allow-drop",
            paramLabel = "OBJECT",
            description = "Allow dropping a table or table.column that holds data.")
    private Set<String> allowed = new TreeSet<>();

    /** Asks the user about each loss that no option names; without a terminal the deployer refuses. */
    Deployer allowedIn(Deployer deployer, Terminal terminal) {
        var confirmed = new TreeSet<>(allowed);
        if (terminal.isInteractive()) {
            deployer.losses().stream()
                    .filter(loss -> !confirmed.contains(loss.name()))
                    .filter(loss -> terminal.confirm(loss.describe() + ". Let it go?"))
                    .forEach(loss -> confirmed.add(loss.name()));
        }
        return deployer.allowingDrops(confirmed);
    }
}
