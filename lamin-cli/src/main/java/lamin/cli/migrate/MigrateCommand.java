package lamin.cli.migrate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on migrations. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Write, check and deploy the migrations of schema modules.",
        footerHeading = "%nExamples:%n",
        footer = {"  lamin migrate create", "  lamin migrate status --json", "  lamin migrate deploy"},
        subcommands = {
            CreateCommand.class,
            GenerateCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            DeployCommand.class
        })
public final class MigrateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command of migrate?");
    }
}
