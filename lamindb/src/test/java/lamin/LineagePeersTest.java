package lamin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.testing.python.PythonPeer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our lineage beside that of Python's lamindb. */
@Tag("peers")
class LineagePeersTest {
    /** The nodes and arrows that {@code view_lineage} draws, one a line. */
    private static final String VIEW_LINEAGE = """
            import contextlib, io, re
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                import lamindb as ln
                from lamindb.models.has_parents import view_lineage
                ln.connect("anonymous/lab")
                ln.setup.settings.instance._is_on_hub = False
            ln.settings.verbosity = "error"
            source = view_lineage(ln.Artifact.get(key="KEY"), return_graph=True).source
            nodes = set(re.findall(r"^\\t(\\w+) \\[", source, re.M)) - {"node", "edge", "graph"}
            arrows = set(re.findall(r"^\\t(\\w+ -> \\w+)", source, re.M))
            print("\\n".join(nodes | arrows))
            """;

    @Test
    void nodes_and_arrows_are_those_of_view_lineage(@TempDir Path temporary) throws Exception {
        var folder = temporary.toRealPath();
        var home = folder.resolve("home").toString();
        var python = new PythonPeer(folder, Map.of("HOME", home, "LAMIN_SETTINGS_DIR", home));
        try (var instance =
                Home.in(folder).lamin().init(InitOptions.storage("lab")).instance()) {
            var rows = new LineageRows(instance);
            LineageTest.story(rows);
            long collect = rows.run("collect.py");
            rows.input(collect, instance.artifacts().get("plot.png").id());
            long train = rows.run("train.py");
            rows.collectionInput(train, rows.collection("plots", collect));
            rows.artifact("model.pt", train);

            for (var key : List.of("clean.csv", "log.txt", "plot.png", "model.pt")) {
                assertThat(python.run(VIEW_LINEAGE.replace("KEY", key)).lines())
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(drawn(instance.lineage(key)));
            }
        }
    }

    private static List<String> drawn(InstanceLineage lineage) {
        var graph = lineage.graph().properties();
        return Stream.concat(
                        graph.nodes().stream().map(node -> node.id()),
                        graph.edges().stream().map(edge -> edge.source() + " -> " + edge.target()))
                .toList();
    }
}
