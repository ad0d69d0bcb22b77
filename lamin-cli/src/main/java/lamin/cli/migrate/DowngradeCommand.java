package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.List;
import lamin.cli.command.DatabaseModulesOption;
import lamin.cli.command.DatabaseOption;
import lamin.cli.command.DatabaseOption.MissingFile;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.Terminal;
import lamin.cli.command.UndecidedException;
import lamin.cli.command.YesOption;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes migrations. */
@Command(
        name = "downgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Undo the applied migrations of one module beyond a target, the last one first.",
            "A failure leaves the database as it was before the failed step, on SQLite as it was before all of them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the module is at the target",
            "2:no such revision or module",
            "4:not confirmed, data would be lost, or a migration cannot be undone"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate downgrade 8280855a5064",
            "  lamin migrate downgrade assay@base --yes",
            "  lamin migrate downgrade 8280 --allow-drop assay_notebook.version"
        })
final class DowngradeCommand extends LaminCommand {
    private static final RunReport REPORT = new RunReport("undone", "undid", "nothing to undo");

    @Parameters(
            paramLabel = "TARGET",
            description = "The revision to go back to: REVISION or MODULE@REVISION (the first four digits or"
                    + " more are enough), or MODULE@base for the state before the first migration.")
    private String target;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private DatabaseModulesOption modules = new DatabaseModulesOption();

    @Mixin
    private DropOptions drops = new DropOptions();

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var deployer = database.deployer(session(), modules.names(), MissingFile.REFUSED);
        var goal = deployer.target(target);
        var back = deployer.backTo(goal);
        requireYes(goal, back.plan().pending());
        var terminal = yes.isGiven() ? Terminal.NONE : session().terminal();
        var result = drops.allowedIn(back, terminal).deploy();
        session().print(json.isWanted(), () -> REPORT.json(result), () -> REPORT.text(result));
        return OK;
    }

    private void requireYes(Target goal, List<Script> undone) {
        if (undone.isEmpty() || yes.isGiven()) {
            return;
        }
        var lines = undone.stream().map(script -> "would be undone: " + script).toList();
        if (session().terminal().isInteractive()) {
            lines.forEach(session().err()::println);
        }
        if (!session().terminal().confirm("undo " + undone.size() + " migrations?")) {
            var message = new ArrayList<>(lines);
            message.add("nothing was changed");
            throw new UndecidedException(message, new Confirm(new Downgrade(goal.toString())));
        }
    }
}
