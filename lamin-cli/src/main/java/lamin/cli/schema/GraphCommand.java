package lamin.cli.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.graph.GraphOption;
import lamin.graph.SchemaGraph;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws and exports the tables of an instance or of migrations. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = {
            "Draw the tables of an instance with their foreign keys, or export them to other programs.",
            "Formats: svg, png, dot, json (networkx), graphml, mermaid, csv and, if Graphviz is installed, all of its formats.",
            "Without -o the output goes to stdout. The default format is dot.",
            "--migrations draws what the migrations of the current module make, and the tables that they reference; no database is needed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the graph was written", "1:the file cannot be written", "2:no such format or module"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin schema graph -o schema.svg",
            "  lamin schema graph -o bionty.png --module bionty",
            "  lamin schema graph --format mermaid",
            "  lamin schema graph --migrations -o orders.svg",
            "  lamin schema graph --format json > schema.json"
        })
final class GraphCommand extends LaminCommand {
    @Mixin
    private GraphOption output = new GraphOption();

    @Option(
            names = "--module",
            split = ",",
            paramLabel = "MODULE",
            description = "Only these modules and the tables that they reference.")
    private List<String> modules = new ArrayList<>();

    @Option(names = "--migrations", description = "The tables that migrations make, instead of those of an instance.")
    private boolean migrations;

    @Option(names = "--link-tables", description = "Draw link tables as boxes; otherwise they are lines.")
    private boolean linkTables;

    @Option(names = "--all-lines", description = "Also draw lines to tables that very many others reference.")
    private boolean allLines;

    @Option(names = "--all-columns", description = "Repeat the columns shared by most tables in each box.")
    private boolean allColumns;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        output.write(session(), graph(), json.isWanted(), "schema");
        return OK;
    }

    private SchemaGraph graph() {
        var graph = (migrations ? ofMigrations() : ofInstance()).withLinkTables(linkTables);
        if (!migrations && !modules.isEmpty()) {
            graph = graph.module(modules.toArray(String[]::new));
        }
        if (allLines) {
            graph = graph.withHubsFrom(Integer.MAX_VALUE);
        }
        return allColumns ? graph.withCommonColumns(true) : graph;
    }

    private SchemaGraph ofInstance() {
        return session().lamin().schema(session().instance(instance.name())).graph();
    }

    private SchemaGraph ofMigrations() {
        var names = modules.isEmpty() ? List.of(current()) : modules;
        var chains = session().catalog().chainsOf(names).all();
        var versions =
                chains.stream().map(Chain::module).collect(Collectors.toMap(ModuleInfo::name, ModuleInfo::version));
        return SchemaGraph.of(new Planner(chains).target())
                .withTitle(String.join(", ", names))
                .withVersions(versions)
                .module(names.toArray(String[]::new))
                .withGraphvizOn(session().environment().programs());
    }

    private String current() {
        return session()
                .modulePath()
                .current()
                .orElseThrow(() -> new LaminException(
                        ErrorCode.USAGE, "no schema module here", new Advice("name it with --module")));
    }
}
