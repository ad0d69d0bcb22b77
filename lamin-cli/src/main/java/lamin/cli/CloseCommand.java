package lamin.cli;

import java.util.List;
import java.util.Map;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Unsets the current instance. */
@Command(
        name = "close",
        aliases = "disconnect",
        mixinStandardHelpOptions = true,
        description = "Unset the current instance. The instance itself is not changed.",
        footerHeading = "%nExamples:%n",
        footer = "  lamin close")
final class CloseCommand extends LaminCommand {
    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        session().current().clear();
        session().print(json.isWanted(), () -> Map.of("closed", true), () -> List.of("no instance is loaded"));
        return OK;
    }
}
