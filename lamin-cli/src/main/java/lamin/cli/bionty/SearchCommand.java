package lamin.cli.bionty;

import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.data.LimitOption;
import lamin.cli.data.RecordFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds terms. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Find terms by words of their names, ids, synonyms and descriptions, the best matches first.",
            "Exit codes: 0 also if there are none; 2 unknown registry"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin bionty search CellType \"gamma delta T cell\"",
            "  lamin bionty search Disease lymphoma --json"
        })
final class SearchCommand extends LaminCommand {
    private static final int MOST = 20;

    @Mixin
    private RegistryParameter registry = new RegistryParameter();

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
                    opened.search(registry.name(), text).limit(limit.most(MOST)).list());
        }
        return OK;
    }
}
