package lamin.graph.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.property.PropertyGraph.Edge;
import lamin.graph.property.PropertyGraph.Node;
import org.junit.jupiter.api.Test;

class PropertyGraphTest {
    private static final List<Node> NODES = List.of(new Node("a", Map.of()), new Node("b", Map.of()));

    @Test
    void an_edge_needs_both_of_its_nodes() {
        assertThatThrownBy(() -> new PropertyGraph(NODES, List.of(edge("x", "c", "b"))))
                .hasMessage("edge x leaves no node: c");
        assertThatThrownBy(() -> new PropertyGraph(NODES, List.of(edge("x", "a", "c"))))
                .hasMessage("edge x points to no node: c");
    }

    @Test
    void ids_of_nodes_are_unique_and_keys_of_edges_between_two_nodes() {
        assertThatThrownBy(() -> new PropertyGraph(List.of(NODES.getFirst(), NODES.getFirst()), List.of()))
                .hasMessage("two nodes have the id a");
        assertThatThrownBy(() -> new PropertyGraph(NODES, List.of(edge("x", "a", "b"), edge("x", "a", "b"))))
                .hasMessage("two edges from a to b have the key x");
    }

    @Test
    void the_jgrapht_form_has_loops_and_parallel_edges() {
        var graph = new PropertyGraph(NODES, List.of(edge("x", "a", "b"), edge("y", "a", "b"), edge("x", "a", "a")));
        assertThat(graph.asGraph().edgeSet()).hasSize(3);
        assertThat(graph.asGraph().getAllEdges(NODES.getFirst(), NODES.getLast()))
                .hasSize(2);
    }

    @Test
    void in_one_line_a_flag_that_is_set_is_its_name() {
        var fields = new LinkedHashMap<String, Property>();
        fields.put("name", Property.of("id"));
        fields.put("nullable", Property.of(false));
        fields.put("primary_key", Property.of(true));
        fields.put("length", Property.of(20));
        assertThat(new Property.Fields(fields).text()).isEqualTo("id primary_key length=20");
    }

    private static Edge edge(String key, String source, String target) {
        return new Edge(key, source, target, Map.of());
    }
}
