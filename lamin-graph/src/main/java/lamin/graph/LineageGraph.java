package lamin.graph;

import lamin.graph.format.Formats;
import lamin.graph.lineage.LineageData;
import lamin.graph.lineage.LineagePicture;
import lamin.graph.lineage.LineageProperties;
import lamin.graph.picture.Picture;
import lamin.graph.property.PropertyGraph;

/**
 * A lineage as a graph, for drawing and export. It is immutable; each {@code with} method returns a new graph.
 *
 * <p>The picture of a large lineage shows the nodes nearest to the one in question, and its legend says what it leaves out.
 * The other formats contain every node and arrow.
 */
public final class LineageGraph implements ExportableGraph {
    private static final int MOST_BOXES = 60;

    private final LineageData lineage;
    private final String title;
    private final int mostBoxes;
    private final Formats formats;

    private LineageGraph(LineageData lineage, String title, int mostBoxes, Formats formats) {
        this.lineage = lineage;
        this.title = title;
        this.mostBoxes = mostBoxes;
        this.formats = formats;
    }

    /** A lineage, without the formats of Graphviz. */
    public static LineageGraph of(LineageData lineage) {
        return new LineageGraph(lineage, "", MOST_BOXES, Formats.on(""));
    }

    /** Adds the formats of Graphviz's {@code dot} program, if it is in a folder of this {@code PATH}. */
    public LineageGraph withGraphvizOn(String path) {
        return new LineageGraph(lineage, title, mostBoxes, Formats.on(path));
    }

    /** The heading of a picture; by default it names the node in question. */
    public LineageGraph withTitle(String newTitle) {
        return new LineageGraph(lineage, newTitle, mostBoxes, formats);
    }

    /** The number of boxes in a picture at most; 60 by default. */
    public LineageGraph withMostBoxes(int boxes) {
        return new LineageGraph(lineage, title, boxes, formats);
    }

    @Override
    public Formats available() {
        return formats;
    }

    @Override
    public Picture picture() {
        return LineagePicture.of(lineage, title, mostBoxes);
    }

    @Override
    public PropertyGraph properties() {
        return LineageProperties.of(lineage);
    }
}
