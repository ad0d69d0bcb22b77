package lamin.cli.data;

import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the newest records of all registries. */
@Command(
        name = "view",
        mixinStandardHelpOptions = true,
        description = {
            "Show the newest records of every registry.",
            "5 of each by default, and how many there are.",
            "For the tables themselves: lamin schema view."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  lamin view", "  lamin view --limit 1", "  lamin view --json"})
public final class ViewCommand extends LaminCommand {
    private static final int MOST = 5;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var overview = opened.finder().view(limit.most(MOST));
            session()
                    .print(
                            json.isWanted(),
                            () -> RecordJson.of(overview),
                            () -> overview.lines(session().width()));
        }
        return OK;
    }
}
