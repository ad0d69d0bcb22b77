package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.layout.Layout;
import lamin.graph.layout.PlacedBox;
import lamin.graph.lineage.LineageData;
import lamin.graph.lineage.LineageData.Kind;
import lamin.graph.lineage.LineageData.Node;
import lamin.graph.picture.Box;
import lamin.graph.picture.Group;
import org.junit.jupiter.api.Test;

class LineageGraphTest {
    private static String text(LineageGraph graph, String format) {
        return new String(graph.create(format), UTF_8);
    }

    @Test
    void it_has_the_formats_of_every_graph() {
        assertThat(Lineages.small().formats())
                .containsExactly("svg", "png", "dot", "json", "graphml", "mermaid", "csv");
        Lineages.small()
                .formats()
                .forEach(format -> assertThat(Lineages.small().create(format)).isNotEmpty());
    }

    @Test
    void kinds_of_nodes_have_colours_that_the_legend_explains() {
        var picture = Lineages.small().picture();
        assertThat(picture.groups())
                .extracting(Group::title)
                .containsExactly("this dataset", "artifact", "run", "run that failed");
        assertThat(picture.boxes())
                .extracting(box -> box.id() + ": " + picture.groupOf(box).title())
                .containsExactly(
                        "clean.csv: this dataset", "clean.py: run", "raw.csv: artifact", "plot.py: run that failed");
        assertThat(Lineages.small().svg()).contains("Lineage of clean.csv", "run that failed");
    }

    @Test
    void each_box_is_to_the_right_of_what_it_was_made_from() {
        var x = new HashMap<String, Double>();
        var layout = Layout.of(Lineages.branched().picture());
        layout.boxes().forEach(box -> x.put(box.box().id(), box.x()));
        for (var edge : layout.picture().edges()) {
            assertThat(x.get(edge.from().box()))
                    .as(edge.toString())
                    .isLessThan(x.get(edge.to().box()));
        }
    }

    @Test
    void a_long_chain_is_broken_into_rows() {
        var layout = Layout.of(Lineages.chain(20).picture());
        assertThat(layout.width()).isLessThan(1800);
        assertThat(layout.boxes().stream().map(PlacedBox::y).distinct().count()).isGreaterThan(2);
    }

    @Test
    void a_large_lineage_is_drawn_around_the_node_in_question_and_says_what_it_leaves_out() {
        var picture = Lineages.large().picture();
        assertThat(picture.boxes())
                .hasSizeLessThanOrEqualTo(60)
                .extracting(Box::id)
                .contains("merged", "merge", "log");
        assertThat(notes(picture.boxes()))
                .containsEntry("merge", "+ 292 inputs")
                .containsEntry("merged", "read by 92 more runs");
        assertThat(picture.legend())
                .containsExactly("Not shown: 292 more artifacts upstream, 92 more artifacts and 92 runs downstream.");
        assertThat(text(Lineages.large(), "csv").lines()).hasSize(1 + 302 + 200);
    }

    private static Map<String, String> notes(List<Box> boxes) {
        var notes = new HashMap<String, String>();
        boxes.forEach(box -> notes.put(box.id(), box.note()));
        return notes;
    }

    @Test
    void the_number_of_boxes_can_be_chosen() {
        assertThat(Lineages.large().withMostBoxes(10).picture().boxes()).hasSize(10);
        assertThat(Lineages.large().withMostBoxes(1000).picture().legend()).isEmpty();
    }

    @Test
    void a_cycle_is_drawn() {
        assertThat(Layout.of(Lineages.cycle().picture()).boxes()).hasSize(4);
    }

    @Test
    void long_names_keep_what_says_most() {
        var path = "projects/2026/a-long-name-of-a-project/lane-1/undetermined_reads_R1_001.fastq.gz";
        var sentence = "What came out of the second attempt, on a Sunday";
        var picture = LineageGraph.of(LineageData.of(List.of(node("p", path), node("s", sentence)), List.of()))
                .picture();
        assertThat(picture.boxes())
                .extracting(Box::title)
                .containsExactly("…" + path.substring(path.length() - 33), sentence.substring(0, 33) + "…");
    }

    private static Node node(String id, String title) {
        return new Node(id, Kind.ARTIFACT, title, "", Map.of());
    }

    @Test
    void json_has_all_nodes_with_their_properties_and_roles() {
        assertThat(text(Lineages.small(), "json"))
                .contains(
                        "\"id\" : \"clean.csv\"",
                        "\"kind\" : \"artifact\"",
                        "\"uid\" : \"uid of plot.py\"",
                        "\"role\" : \"input\"");
    }

    @Test
    void mermaid_and_dot_colour_nodes_instead_of_framing_groups() {
        assertThat(text(Lineages.small(), "mermaid"))
                .contains("classDef group0 fill:#dbeee5,stroke:#2f7a5c", "[\"clean.csv\"]:::group0")
                .doesNotContain("subgraph");
        assertThat(text(Lineages.small(), "dot"))
                .contains("\"raw.csv\":\"title\" -> \"clean.py\":\"title\"", "of clean.csv")
                .doesNotContain("subgraph");
    }
}
