package lamin.cli.migrate;

import lamin.cli.command.DatabaseModulesOption;
import lamin.cli.command.DatabaseOption;
import lamin.cli.command.DatabaseOption.MissingFile;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs pending migrations. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = {
            "Run the pending migrations of all mounted modules, or those up to a target.",
            "A failure leaves the database as it was before the failed migration, on SQLite as it was before all of them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate deploy",
            "  lamin migrate deploy --instance lab",
            "  lamin migrate deploy --jdbc 'jdbc:postgresql://localhost/shop?user=me'",
            "  lamin migrate deploy --to dd2b4a9499f2",
            "  lamin migrate deploy --allow-drop assay_notebook.draft"
        })
final class DeployCommand extends LaminCommand {
    private static final RunReport REPORT = new RunReport("applied", "deployed", "nothing to deploy");

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private DatabaseModulesOption modules = new DatabaseModulesOption();

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private DropOptions drops = new DropOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var deployer = target.of(database.deployer(session(), modules.names(), MissingFile.CREATED));
        var result = drops.allowedIn(deployer, session().terminal()).deploy();
        session().print(json.isWanted(), () -> REPORT.json(result), () -> REPORT.text(result));
        return OK;
    }
}
