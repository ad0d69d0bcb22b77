package lamin.cli.module;

import lamin.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands on modules. */
@Command(
        name = "module",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Create, list, add, remove and inspect schema modules.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin module new assay",
            "  lamin module list",
            "  lamin module add ./lnschema-assay",
            "  lamin module inspect assay.jar"
        },
        subcommands = {NewCommand.class, ListCommand.class, AddCommand.class, RemoveCommand.class, InspectCommand.class
        })
public final class ModuleCommand extends CommandGroup {}
