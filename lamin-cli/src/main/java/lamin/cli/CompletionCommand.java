package lamin.cli;

import lamin.cli.command.LaminCommand;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a script for a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script that completes commands and options in bash and zsh.",
            "",
            "Without an instance, and without asking the database: names of records are not completed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(lamin completion)",
            "  lamin completion > ~/.local/share/bash-completion/completions/lamin"
        })
final class CompletionCommand extends LaminCommand {
    @Override
    public Integer call() {
        session().out().print(AutoComplete.bash("lamin", Main.commandLine(session())));
        return OK;
    }
}
