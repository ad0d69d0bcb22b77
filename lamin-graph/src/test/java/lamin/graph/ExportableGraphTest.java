package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Formats and layout know nothing of schemas. */
class ExportableGraphTest {
    private static final Samples GRAPH = Samples.GRAPH;

    @Test
    void a_graph_that_is_no_schema_has_the_same_formats() {
        assertThat(GRAPH.formats()).containsExactly("svg", "png", "dot", "json", "graphml", "mermaid", "csv");
    }

    @Test
    void svg_shows_titles_and_groups_and_explains_no_crows_feet() throws Exception {
        var svg = xml("svg").getDocumentElement().getTextContent();
        assertThat(svg)
                .contains("How a report was made", "reads \"A\" & <B>.fastq", "3 files")
                .doesNotContain("exactly one");
    }

    @Test
    void png_is_as_large_as_the_svg() throws Exception {
        var width = Double.parseDouble(xml("svg").getDocumentElement().getAttribute("width"));
        assertThat(ImageIO.read(new ByteArrayInputStream(GRAPH.create("png"))).getWidth())
                .isEqualTo((int) Math.ceil(2 * width));
    }

    @Test
    void dot_draws_arrows() {
        assertThat(text("dot"))
                .startsWith("digraph lineage {")
                .contains("\"a1\":\"title\" -> \"r1\":\"title\"", "arrowtail=none, arrowhead=normal");
    }

    @Test
    void mermaid_is_a_flowchart() {
        assertThat(text("mermaid")).isEqualTo("""
                flowchart LR
                    subgraph group0["runs"]
                        box1["align #35;2"]
                    end
                    subgraph group1["lab"]
                        box0["reads #quot;A#quot; #amp; #lt;B#gt;.fastq"]
                        box2["counts.csv"]
                        box3["report.html"]
                    end
                    box0 --> box1
                    box1 --> box2
                    box1 --> box3
                """);
    }

    @Test
    void json_keeps_numbers_flags_and_lists() {
        assertThat(text("json")).contains("\"size\" : 5000000000", "\"latest\" : true", "[ \"treated\", \"day, 2\" ]");
    }

    @Test
    void graphml_declares_each_property_once_with_its_type() throws Exception {
        var keys = xml("graphml").getElementsByTagName("key");
        var types = new StringBuilder();
        for (int i = 0; i < keys.getLength(); i++) {
            var attributes = keys.item(i).getAttributes();
            for (var name : List.of("for", "attr.name", "attr.type")) {
                types.append(attributes.getNamedItem(name).getNodeValue()).append(' ');
            }
            types.append('\n');
        }
        assertThat(types.toString().lines())
                .containsExactlyInAnyOrder(
                        "all role string ", "node size long ", "node latest boolean ", "node labels string ");
    }

    @Test
    void csv_has_a_column_for_each_property_of_an_edge() {
        assertThat(text("csv")).isEqualTo("source,target,key,role\na1,r1,input,input\n");
    }

    private static String text(String format) {
        return new String(GRAPH.create(format), UTF_8);
    }

    private static Document xml(String format) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(GRAPH.create(format)));
    }
}
