package lamin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Box;
import lamin.graph.property.Property;
import lamin.graph.terms.TermHierarchy;
import lamin.graph.terms.TermHierarchy.Link;
import lamin.graph.terms.TermHierarchy.Node;
import lamin.graph.terms.TermHierarchy.Role;
import org.junit.jupiter.api.Test;

class TermGraphTest {
    private static Node node(String name, Role role) {
        return new Node(name, name, "CL:" + name.length(), role, Map.of("name", Property.of(name)));
    }

    /** One term, with so many above it in a line, and so many children. */
    private static TermHierarchy hierarchy(int above, int below) {
        var nodes = new ArrayList<>(List.of(node("T cell", Role.ASKED)));
        var links = new ArrayList<Link>();
        for (int i = 1; i <= above; i++) {
            nodes.add(node("above " + i, Role.ABOVE));
            links.add(new Link(i - 1, i));
        }
        for (int i = 1; i <= below; i++) {
            nodes.add(node("below " + i, Role.BELOW));
            links.add(new Link(above + i, 0));
        }
        return new TermHierarchy(nodes, links);
    }

    @Test
    void arrows_lead_from_general_terms_to_special_ones() {
        var picture = TermGraph.of(hierarchy(2, 1)).picture();

        assertThat(picture.title()).isEqualTo("T cell");
        assertThat(picture.boxes()).extracting(Box::title).containsExactly("T cell", "above 1", "above 2", "below 1");
        assertThat(picture.edges())
                .extracting(edge -> edge.from().box() + " -> " + edge.to().box())
                .containsExactly("above 1 -> T cell", "above 2 -> above 1", "T cell -> below 1");
        assertThat(picture.legend()).isEmpty();
    }

    @Test
    void a_large_hierarchy_is_cut_and_says_so_in_the_picture_alone() {
        var graph = TermGraph.of(hierarchy(9, 100)).withMostBoxes(10);

        var picture = graph.picture();

        assertThat(picture.boxes()).hasSize(10);
        assertThat(picture.boxes().getFirst().note()).isEqualTo("+ 97 children");
        assertThat(picture.boxes().get(6)).satisfies(box -> {
            assertThat(box.title()).isEqualTo("above 6");
            assertThat(box.note()).isEqualTo("+ 1 parent");
        });
        assertThat(picture.legend()).containsExactly("Not shown: 3 more general, 97 more special.");
        assertThat(graph.properties().nodes()).hasSize(110);
        assertThat(graph.svg()).contains("T cell").startsWith("<");
    }
}
