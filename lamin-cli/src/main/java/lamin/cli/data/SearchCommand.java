package lamin.cli.data;

import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Searches the records of a registry. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Find records by words, the best matches first.",
            "Names, keys, identifiers, synonyms and descriptions are searched.",
            "Exit codes: 0 also if there are none; 2 unknown registry"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin search artifact counts",
            "  lamin search bionty.celltype \"gamma delta\" --limit 5",
            "  lamin search ulabel treated --json"
        })
public final class SearchCommand extends LaminCommand {
    private static final int MOST = 20;

    @Parameters(
            index = "0",
            paramLabel = "REGISTRY",
            description = "The registry, such as artifact or bionty.celltype.")
    private String registry = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "The words, which must all occur.")
    private String text = "";

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private RecordFormat format = new RecordFormat();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            format.print(
                    session(),
                    json,
                    opened.search(registry, text).limit(limit.most(MOST)).list());
        }
        return OK;
    }
}
