package lamin.cli.migrate;

import lamin.cli.command.DatabaseModulesOption;
import lamin.cli.command.DatabaseOption;
import lamin.cli.command.DatabaseOption.MissingFile;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the effects of a deploy. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Show what deploy would do, without running it.",
            "Shows the order, the SQL, the affected rows, data that would be lost, rows that",
            "do not fit, findings of lint and, on PostgreSQL, each lock and whether a table",
            "is rewritten."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the plan was shown",
            "4:rows do not fit, or data would be lost without confirmation (an error of lint)"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate plan",
            "  lamin migrate plan --instance lab --json",
            "  lamin migrate plan --to dd2b4a9499f2"
        })
final class PlanCommand extends LaminCommand {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private DatabaseModulesOption modules = new DatabaseModulesOption();

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var preview = target.of(database.deployer(session(), modules.names(), MissingFile.IMAGINED))
                .preview();
        session().print(json.isWanted(), () -> PreviewJson.of(preview), () -> PreviewText.of(preview));
        return preview.hasErrors() ? ErrorCode.REFUSED.exitCode() : OK;
    }
}
