package lamin.cli.module;

import java.util.List;
import java.util.Map;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.settings.RegisteredModules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets a module that was added. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Forget a module that was added; its files and the tables of instances stay.",
            "Instances that mount it cannot be opened until it is added again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is forgotten", "2:no such module was added"},
        footerHeading = "%nExamples:%n",
        footer = "  lamin module remove assay")
final class RemoveCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The module's name.")
    private String name;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var modules = new RegisteredModules(session().environment().settings());
        if (!modules.remove(name)) {
            var known = String.join(", ", modules.all().keySet());
            throw new LaminException(
                    ErrorCode.USAGE,
                    "no module " + name + " was added" + (known.isEmpty() ? "" : "; added are " + known));
        }
        session().print(json.isWanted(), () -> Map.of("removed", name), () -> List.of("removed " + name));
        return OK;
    }
}
