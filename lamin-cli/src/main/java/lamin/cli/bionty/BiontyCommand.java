package lamin.cli.bionty;

import lamin.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands on registries of terms. */
@Command(
        name = "bionty",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Fill biological registries from ontologies, and ask them.",
            "A registry is named by its entity, such as CellType. One of another module has its module in front: assay.Method."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty sources CellType",
            "  lamin bionty import CellType --file cl.obo",
            "  lamin bionty validate CellType \"T cell\" \"gd T cell\"",
            "  lamin bionty view CellType \"T cell\" -o t-cell.svg"
        },
        subcommands = {
            SourcesCommand.class,
            ImportCommand.class,
            UpdateCommand.class,
            ValidateCommand.class,
            StandardizeCommand.class,
            SearchCommand.class,
            ViewCommand.class
        })
public final class BiontyCommand extends CommandGroup {}
