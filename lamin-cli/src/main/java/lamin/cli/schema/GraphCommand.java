package lamin.cli.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.graph.SchemaGraph;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws and exports the tables of an instance. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = {
            "Draw the tables of an instance with their foreign keys, or export them to other programs.",
            "Formats: svg, png, dot, json (networkx), graphml, mermaid, csv and, if Graphviz is installed, all of its formats.",
            "Without -o the output goes to stdout. The default format is dot."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the graph was written", "1:the file cannot be written", "2:no such format or module"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin schema graph -o schema.svg",
            "  lamin schema graph -o bionty.png --module bionty",
            "  lamin schema graph --format mermaid",
            "  lamin schema graph --format json > schema.json"
        })
final class GraphCommand extends LaminCommand {
    private static final Set<String> TEXTS =
            Set.of("svg", "dot", "gv", "json", "graphml", "mermaid", "mmd", "csv", "gml", "plain", "xdot");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; its extension selects the format.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "FORMAT", description = "The format, regardless of the file's extension.")
    private @Nullable String format;

    @Option(
            names = "--module",
            split = ",",
            paramLabel = "MODULE",
            description = "Only these modules and the tables that they reference.")
    private List<String> modules = new ArrayList<>();

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
        var wanted = format();
        var graph = graph();
        if (output == null) {
            print(graph, wanted);
            return OK;
        }
        var file = write(graph.create(wanted), output);
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file.toString());
        map.put("format", wanted);
        session().print(json.isWanted(), () -> map, () -> List.of("wrote " + output));
        return OK;
    }

    private String format() {
        return Optional.ofNullable(format)
                .or(() -> Optional.ofNullable(output).map(GraphCommand::extension))
                .orElse(json.isWanted() ? "json" : "dot");
    }

    private static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "the name " + name + " has no extension from which the format follows",
                    new Advice("choose one: --format svg"));
        }
        return name.substring(dot + 1);
    }

    private SchemaGraph graph() {
        var schema = session().lamin().schema(session().instance(instance.name()));
        var graph = schema.graph().withLinkTables(linkTables);
        if (!modules.isEmpty()) {
            graph = graph.module(modules.toArray(String[]::new));
        }
        if (allLines) {
            graph = graph.withHubsFrom(Integer.MAX_VALUE);
        }
        return allColumns ? graph.withCommonColumns(true) : graph;
    }

    private void print(SchemaGraph graph, String wanted) {
        if (!TEXTS.contains(wanted) && graph.formats().contains(wanted)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    wanted + " is not text and needs a file",
                    new Advice("name one: -o schema." + wanted));
        }
        session().out().writeBytes(graph.create(wanted));
        session().out().flush();
    }

    private Path write(byte[] bytes, Path target) {
        var file = session().environment().workingDirectory().resolve(target);
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            var parent = file.getParent();
            var reason = parent != null && !Files.isDirectory(parent) ? "there is no folder " + parent : e.toString();
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + file + ": " + reason, e);
        }
    }
}
