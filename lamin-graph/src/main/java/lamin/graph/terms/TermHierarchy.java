package lamin.graph.terms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.property.Property;

/**
 * A term with all terms above and below it.
 *
 * @param nodes the term itself, then the others of each role, the nearest ones first
 * @param links from children to parents, by the places of nodes in the list
 */
public record TermHierarchy(List<Node> nodes, List<Link> links) {
    public TermHierarchy {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** Where a term is. */
    public enum Role {
        ASKED,
        ABOVE,
        BELOW
    }

    /**
     * A term.
     *
     * @param id unique in the hierarchy
     * @param subtitle its id in the ontology; empty for a custom term
     * @param properties what formats for other programs contain
     */
    public record Node(String id, String title, String subtitle, Role role, Map<String, Property> properties) {
        public Node {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    /** A link of a term to a parent. */
    public record Link(int child, int parent) {}
}
