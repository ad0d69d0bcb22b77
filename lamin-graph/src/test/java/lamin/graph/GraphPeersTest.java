package lamin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lamin.testing.python.PythonPeer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What networkx and pydot read from the exports. */
@Tag("peers")
class GraphPeersTest {
    private static final SchemaGraph ALL = SchemaGraph.of(Facts.coreAndBionty());

    @TempDir
    Path folder;

    @Test
    void networkx_reads_node_link_json() throws Exception {
        ALL.write(folder.resolve("schema.json"));
        assertThat(python("""
                                import json, networkx
                                graph = networkx.node_link_graph(json.load(open("schema.json")))
                                print(type(graph).__name__, graph.number_of_nodes(), graph.number_of_edges())
                                print(graph.nodes["lamindb_artifact"]["module"])
                                key = graph["lamindb_artifact"]["lamindb_storage"]["lamindb_artifact_storage_id_fkey"]
                                print(key["columns"])
                                """)).isEqualTo("MultiDiGraph 79 323\ncore\n['storage_id']\n");
    }

    @Test
    void networkx_reads_graphml() throws Exception {
        ALL.write(folder.resolve("schema.graphml"));
        assertThat(python("""
                                import networkx
                                graph = networkx.read_graphml("schema.graphml")
                                print(type(graph).__name__, graph.number_of_nodes(), graph.number_of_edges())
                                print(graph.nodes["lamindb_artifact"]["module"])
                                print(list(graph["lamindb_artifact"]["lamindb_storage"].values())[0]["columns"])
                                """)).isEqualTo("MultiDiGraph 79 323\ncore\nstorage_id\n");
    }

    @Test
    void pydot_reads_the_dot_text() throws Exception {
        ALL.write(folder.resolve("schema.dot"));
        assertThat(python("""
                                import pydot
                                graph, = pydot.graph_from_dot_file("schema.dot")
                                print(len(graph.get_edges()))
                                print([cluster.get_name() for cluster in graph.get_subgraphs()])
                                """))
                .isEqualTo(ALL.picture().edges().size() + "\n['\"cluster_bionty\"', '\"cluster_core\"']\n");
    }

    private String python(String script) throws Exception {
        return new PythonPeer(folder, Map.of()).run(script);
    }
}
