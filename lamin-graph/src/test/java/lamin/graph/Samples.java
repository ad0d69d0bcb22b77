package lamin.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.format.Formats;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Picture.Notation;
import lamin.graph.property.Property;
import lamin.graph.property.PropertyGraph;
import lamin.graph.property.PropertyGraph.Node;

/** A graph that is no schema: a sequencer and a pipeline, what they read and what they wrote. */
public record Samples(Formats available) implements ExportableGraph {
    public static final Samples GRAPH = new Samples(Formats.on(""));

    @Override
    public Picture picture() {
        var boxes = List.of(
                box("a1", "lab", "reads \"A\" & <B>.fastq"),
                box("r1", "", "align #2"),
                box("a2", "lab", "counts.csv"),
                box("a3", "lab", "report.html"));
        var edges = List.of(edge("a1", "r1"), edge("r1", "a2"), edge("r1", "a3"));
        var groups = List.of(new Group("", "runs", "", Group.GREY), new Group("lab", "lab", "3 files", 7));
        return new Picture("lineage", "How a report was made", Notation.ARROWS, groups, boxes, edges, List.of());
    }

    private static Box box(String id, String group, String title) {
        return new Box(id, group, title, "", false, List.of(), "");
    }

    private static Edge edge(String from, String to) {
        var start = new End(from, End.TITLE, Ending.PLAIN);
        return new Edge(from + " to " + to, "", start, new End(to, End.TITLE, Ending.ARROW), false);
    }

    @Override
    public PropertyGraph properties() {
        var reads = new LinkedHashMap<String, Property>();
        reads.put("role", Property.of("raw data"));
        reads.put("size", Property.of(5_000_000_000L));
        reads.put("latest", Property.of(true));
        reads.put("labels", Property.of(List.of("treated", "day, 2")));
        return new PropertyGraph(
                List.of(new Node("a1", reads), new Node("r1", Map.of("labels", Property.of(2)))),
                List.of(new PropertyGraph.Edge("input", "a1", "r1", Map.of("role", Property.of("input")))));
    }
}
