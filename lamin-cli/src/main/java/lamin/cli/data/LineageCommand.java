package lamin.cli.data;

import lamin.Instance;
import lamin.InstanceLineage;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.graph.GraphOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where an artifact comes from and what was made from it. */
@Command(
        name = "lineage",
        mixinStandardHelpOptions = true,
        description = {
            "Show what an artifact, a collection or a run was made from, and what was made from it.",
            "Prints a tree of the nearest nodes, or draws a picture with -o, which also shows what else the runs read and"
                    + " made. A large lineage is drawn around what was asked for; json, graphml and csv contain all of it.",
            "Formats: svg, png, dot, json (networkx), graphml, mermaid, csv and, if Graphviz is installed, all of its formats."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the lineage was printed or written",
            "1:the file cannot be written",
            "2:no such artifact or format"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin lineage results/plot.png",
            "  lamin lineage results/plot.png -o lineage.svg",
            "  lamin lineage datasets/counts.csv --down --depth 2",
            "  lamin lineage GLaWHIH8E5ZQA5Lt0001 --json > lineage.json"
        })
public final class LineageCommand extends LaminCommand {
    private static final int WIDTH = 100;

    @Parameters(
            paramLabel = "KEY|UID",
            description =
                    "The key or uid of an artifact or a collection, or the uid of a run; a key names the latest version.")
    private String name = "";

    @Option(names = "--up", description = "Only what it was made from.")
    private boolean up;

    @Option(names = "--down", description = "Only what was made from it.")
    private boolean down;

    @Option(names = "--depth", paramLabel = "N", description = "At most N runs away; by default any number.")
    private @Nullable Integer depth;

    @Option(names = "--boxes", paramLabel = "N", description = "Draw at most N boxes; 60 by default.")
    private @Nullable Integer boxes;

    @Mixin
    private GraphOption output = new GraphOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        requirePositive("--depth", depth);
        requirePositive("--boxes", boxes);
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var lineage = lineage(opened);
            if (output.isGiven() || json.isWanted()) {
                var graph = boxes == null ? lineage.graph() : lineage.graph().withMostBoxes(boxes);
                output.write(session(), graph, json.isWanted(), "lineage");
            } else {
                lineage.withoutSiblings().lines(WIDTH).forEach(session().out()::println);
            }
        }
        return OK;
    }

    private InstanceLineage lineage(Instance opened) {
        var lineage = opened.lineage(name);
        if (up != down) {
            lineage = up ? lineage.upstream() : lineage.downstream();
        }
        return depth == null ? lineage : lineage.depth(depth);
    }
}
