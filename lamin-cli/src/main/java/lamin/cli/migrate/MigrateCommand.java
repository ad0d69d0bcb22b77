package lamin.cli.migrate;

import lamin.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands on migrations. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Write, check and deploy the migrations of schema modules.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin migrate create",
            "  lamin migrate status --json",
            "  lamin migrate deploy",
            "  lamin migrate downgrade 8280855a5064",
            "  lamin migrate stamp --verify"
        },
        subcommands = {
            CreateCommand.class,
            GenerateCommand.class,
            CheckCommand.class,
            MergeCommand.class,
            ReleaseCommand.class,
            StatusCommand.class,
            TestCommand.class,
            PlanCommand.class,
            SqlCommand.class,
            DeployCommand.class,
            DowngradeCommand.class,
            StampCommand.class,
            ExportCommand.class
        })
public final class MigrateCommand extends CommandGroup {}
