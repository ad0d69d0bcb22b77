package lamin.cli.migrate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.Deployer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs pending migrations. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = {
            "Run the pending migrations of all mounted modules on an instance.",
            "A failure leaves the database as it was before the migration that failed; on SQLite before all of them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate deploy",
            "  lamin migrate deploy --instance lab",
            "  lamin migrate deploy --allow-drop assay_notebook.draft"
        })
final class DeployCommand extends LaminCommand {
    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Option(
            names = "--allow-drop",
            paramLabel = "OBJECT",
            description = "A table or table.column may go although it holds something.")
    private Set<String> allowedDrops = new TreeSet<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var settings = session().instance(instance.name());
        var database = session().database(settings);
        var modules = session().mounted(settings, database);
        var deployer =
                session().deployment().deployer(database::connection, modules).allowingDrops(allowedDrops);
        var result = deployer.allowingDrops(confirmedDrops(deployer)).deploy();
        session().print(json.isWanted(), () -> json(result), () -> text(result));
        return OK;
    }

    /** A person is asked for each loss that no option names; where there is nobody the deployer refuses. */
    private Set<String> confirmedDrops(Deployer deployer) {
        var confirmed = new TreeSet<>(allowedDrops);
        if (session().terminal().isInteractive()) {
            deployer.losses().stream()
                    .filter(loss -> !confirmed.contains(loss.name()))
                    .filter(loss -> session().terminal().confirm(loss.describe() + ". Let it go?"))
                    .forEach(loss -> confirmed.add(loss.name()));
        }
        return confirmed;
    }

    private static Object json(DeployResult result) {
        return Map.of(
                "applied", result.applied().stream().map(AppliedMigration::json).toList());
    }

    private static List<String> text(DeployResult result) {
        return result.applied().isEmpty()
                ? List.of("nothing to deploy")
                : result.applied().stream().map(AppliedMigration::text).toList();
    }
}
