package lamin.ontology.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lamin.graph.TermGraph;
import lamin.graph.property.Property;
import lamin.graph.terms.TermHierarchy;
import lamin.graph.terms.TermHierarchy.Link;
import lamin.graph.terms.TermHierarchy.Node;
import lamin.graph.terms.TermHierarchy.Role;

/** Draws the hierarchy around a term. The only class here that needs {@code lamin-graph}. */
final class TermDrawing {
    private final TermNames names;
    private final Hierarchy hierarchy;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();

    TermDrawing(TermNames names, Hierarchy hierarchy) {
        this.names = names;
        this.hierarchy = hierarchy;
    }

    TermGraph around(StoredTerm term) {
        add(term.id(), Role.ASKED);
        hierarchy.ancestors(term.id()).forEach(row -> add(row, Role.ABOVE));
        hierarchy.descendants(term.id()).forEach(row -> add(row, Role.BELOW));
        var links = new ArrayList<Link>();
        places.forEach((row, place) -> hierarchy.parents(row).stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .forEach(parent -> links.add(new Link(place, parent))));
        return TermGraph.of(new TermHierarchy(nodes, links));
    }

    /** In a cycle a term is above and below; it is drawn once. */
    private void add(long row, Role role) {
        if (places.putIfAbsent(row, nodes.size()) == null) {
            var term = names.row(row);
            var id = term.termId() == null ? "" : term.termId();
            var properties = new LinkedHashMap<String, Property>();
            properties.put("uid", Property.of(term.uid()));
            properties.put("name", Property.of(term.name()));
            if (!id.isEmpty()) {
                properties.put("ontology_id", Property.of(id));
            }
            nodes.add(new Node(term.uid(), term.name(), id, role, properties));
        }
    }
}
