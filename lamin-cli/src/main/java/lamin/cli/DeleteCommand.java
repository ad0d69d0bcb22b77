package lamin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import lamin.DeleteOptions;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes an instance. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = {
            "Delete an instance: its database (on a server: its tables) and its settings.",
            "Asks before it deletes records, unless --yes is given. Data files are never deleted."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the instance was deleted",
            "2:there is no such instance",
            "4:the instance holds records and this was not confirmed, or its storage holds data files"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin delete test-schema", "  lamin delete anonymous/test-schema --yes"})
final class DeleteCommand extends LaminCommand {
    @Parameters(paramLabel = "NAME", description = "The instance, as owner/name or name.")
    private String name;

    @Mixin
    private YesOption yes = new YesOption();

    @Option(
            names = "--force",
            description = "Delete the instance although its storage holds data files; the files stay.")
    private boolean force;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var slug = session().instance(name).slug();
        var options = yes.isGiven()
                ? DeleteOptions.YES
                : DeleteOptions.CAREFUL.confirmedBy(session().terminal()::confirm);
        session().lamin().delete(slug.toString(), force ? options.forced() : options);
        var map = new LinkedHashMap<String, Object>();
        map.put("deleted", slug.toString());
        session().print(json.isWanted(), () -> map, () -> List.of("deleted " + slug));
        return OK;
    }
}
