package lamin.cli.data;

import java.util.ArrayList;
import java.util.List;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Describes one record. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Show what the instance knows about a record.",
            "Its columns, labels, feature values, run, versions and links.",
            "Exit codes: 2 unknown registry or record, or several records with that name"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin describe datasets/counts.csv",
            "  lamin describe ulabel treated",
            "  lamin describe run GLaWHIH8E5ZQA5LtGLaW --json"
        })
public final class DescribeCommand extends LaminCommand {
    private static final String DEFAULT_REGISTRY = "artifact";

    @Parameters(
            arity = "1..2",
            paramLabel = "[REGISTRY] NAME",
            hideParamSyntax = true,
            description = "The registry, by default artifact, and the uid, key or name of the record.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var registry = words.size() == 1 ? DEFAULT_REGISTRY : words.getFirst();
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var description = opened.describe(registry, words.getLast());
            session()
                    .print(
                            json.isWanted(),
                            () -> RecordJson.of(description),
                            () -> description.lines(session().width()));
        }
        return OK;
    }
}
