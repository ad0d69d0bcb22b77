package lamin.cli.schema;

import lamin.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** The group of commands that show tables. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Show and export the tables of an instance, as they are in its database.",
        footerHeading = "%nExamples:%n",
        footer = {"  lamin schema view", "  lamin schema graph -o schema.svg"},
        subcommands = {ViewCommand.class, GraphCommand.class})
public final class SchemaCommand extends CommandGroup {}
