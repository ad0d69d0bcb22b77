package lamin.cli.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lamin.cli.command.Session;
import lamin.graph.ExportableGraph;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that draw or export a graph. */
public final class GraphOption {
    private static final Set<String> TEXTS =
            Set.of("svg", "dot", "gv", "json", "graphml", "mermaid", "mmd", "csv", "gml", "plain", "xdot");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; its extension selects the format.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "FORMAT", description = "The format, regardless of the file's extension.")
    private @Nullable String format;

    /** Whether the user chose a file or a format. */
    public boolean isGiven() {
        return output != null || format != null;
    }

    /**
     * Writes the graph to the file, or prints it. The default format is JSON if JSON is wanted, otherwise that of Graphviz.
     *
     * @param subject the subject of the graph in one word, for the name of a file
     */
    public void write(Session session, ExportableGraph graph, boolean json, String subject) {
        var wanted = format(json);
        if (output == null) {
            print(session, graph, wanted, subject);
            return;
        }
        var file = write(session, graph.create(wanted), output);
        var map = new LinkedHashMap<String, Object>();
        map.put("file", file.toString());
        map.put("format", wanted);
        session.print(json, () -> map, () -> List.of("wrote " + output));
    }

    private String format(boolean json) {
        return Optional.ofNullable(format)
                .or(() -> Optional.ofNullable(output).map(GraphOption::extension))
                .orElse(json ? "json" : "dot");
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

    private static void print(Session session, ExportableGraph graph, String wanted, String subject) {
        if (!TEXTS.contains(wanted) && graph.formats().contains(wanted)) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    wanted + " is not text and needs a file",
                    new Advice("name one: -o " + subject + "." + wanted));
        }
        session.out().writeBytes(graph.create(wanted));
        session.out().flush();
    }

    private static Path write(Session session, byte[] bytes, Path target) {
        var file = session.environment().workingDirectory().resolve(target);
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            var parent = file.getParent();
            var reason = parent != null && !Files.isDirectory(parent) ? "there is no folder " + parent : e.toString();
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + file + ": " + reason, e);
        }
    }
}
