package lamin.graph;

import java.util.Map;
import lamin.graph.format.Formats;
import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;
import lamin.graph.terms.TermHierarchy;
import lamin.graph.terms.TermPicture;

/**
 * The hierarchy around a term as a graph, for drawing and export. It is immutable; each {@code with} method returns a new
 * graph.
 *
 * <p>The picture shows the nearest terms, and its legend says how many it leaves out. The other formats contain all of them.
 */
public final class TermGraph implements ExportableGraph {
    private static final int MOST_BOXES = 60;

    private final TermHierarchy hierarchy;
    private final String title;
    private final int mostBoxes;
    private final Formats formats;

    private TermGraph(TermHierarchy hierarchy, String title, int mostBoxes, Formats formats) {
        this.hierarchy = hierarchy;
        this.title = title;
        this.mostBoxes = mostBoxes;
        this.formats = formats;
    }

    /** A hierarchy, without the formats of Graphviz. */
    public static TermGraph of(TermHierarchy hierarchy) {
        return new TermGraph(hierarchy, "", MOST_BOXES, Formats.on(""));
    }

    /** Adds the formats of Graphviz's {@code dot} program, if it is in a folder of this {@code PATH}. */
    public TermGraph withGraphvizOn(String path) {
        return new TermGraph(hierarchy, title, mostBoxes, Formats.on(path));
    }

    /** The heading of a picture; by default it is the name of the term. */
    public TermGraph withTitle(String newTitle) {
        return new TermGraph(hierarchy, newTitle, mostBoxes, formats);
    }

    /** The number of boxes in a picture at most; 60 by default. */
    public TermGraph withMostBoxes(int boxes) {
        return new TermGraph(hierarchy, title, boxes, formats);
    }

    @Override
    public Formats available() {
        return formats;
    }

    @Override
    public Picture picture() {
        return TermPicture.of(hierarchy, title, mostBoxes);
    }

    /** Links lead from a child to a parent, as in the rows. */
    @Override
    public PropertyGraph properties() {
        return new PropertyGraph(
                hierarchy.nodes().stream()
                        .map(node -> new PropertyGraph.Node(node.id(), node.properties()))
                        .toList(),
                hierarchy.links().stream()
                        .map(link -> new PropertyGraph.Edge(
                                "parent",
                                hierarchy.nodes().get(link.child()).id(),
                                hierarchy.nodes().get(link.parent()).id(),
                                Map.of()))
                        .toList());
    }
}
