package lamin.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lamin.graph.lineage.LineageData;
import lamin.graph.lineage.LineageData.Arrow;
import lamin.graph.lineage.LineageData.Kind;
import lamin.graph.lineage.LineageData.Node;
import lamin.graph.lineage.LineageData.Role;
import lamin.graph.property.Property;

/** Lineages of different shapes. */
public final class Lineages {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    private Lineages(String start) {
        add(start, Kind.ARTIFACT);
    }

    private void add(String id, Kind kind) {
        if (nodes.stream().noneMatch(node -> node.id().equals(id))) {
            nodes.add(new Node(id, kind, id, "of " + id, Map.of("uid", Property.of("uid of " + id))));
        }
    }

    private Lineages run(String run, Kind kind, List<String> inputs, List<String> outputs) {
        add(run, kind);
        inputs.forEach(input -> add(input, Kind.ARTIFACT));
        outputs.forEach(output -> add(output, Kind.ARTIFACT));
        inputs.forEach(input -> arrows.add(new Arrow(input, run, Role.INPUT)));
        outputs.forEach(output -> arrows.add(new Arrow(run, output, Role.OUTPUT)));
        return this;
    }

    private LineageGraph graph() {
        return LineageGraph.of(LineageData.of(nodes, arrows));
    }

    /** One run that made a file from another one, and one that failed to read it. */
    public static LineageGraph small() {
        return new Lineages("clean.csv")
                .run("clean.py", Kind.RUN, List.of("raw.csv"), List.of("clean.csv"))
                .run("plot.py", Kind.FAILED_RUN, List.of("clean.csv"), List.of())
                .graph();
    }

    /** Many inputs, many outputs, and a line across. */
    public static LineageGraph branched() {
        return new Lineages("counts")
                .run("align", Kind.RUN, names("reads", 8), List.of("counts", "log"))
                .run("fit", Kind.RUN, List.of("counts", "reads 3"), List.of("model"))
                .run("plot", Kind.RUN, List.of("counts", "model"), names("figure", 6))
                .graph();
    }

    /** Runs that each read what the one before made; the middle is in question. */
    public static LineageGraph chain(int runs) {
        var chain = new Lineages("step " + runs / 2);
        IntStream.range(0, runs)
                .forEach(i -> chain.run("run " + i, Kind.RUN, List.of("step " + i), List.of("step " + (i + 1))));
        return chain.graph();
    }

    /** 300 inputs, 100 runs after. */
    public static LineageGraph large() {
        var large = new Lineages("merged").run("merge", Kind.RUN, names("plate", 300), List.of("merged", "log"));
        names("fit", 100).forEach(fit -> large.run(fit, Kind.RUN, List.of("merged"), List.of("result of " + fit)));
        return large.graph();
    }

    /** Another program wrote it. */
    public static LineageGraph cycle() {
        return new Lineages("a")
                .run("r", Kind.RUN, List.of("a"), List.of("b"))
                .run("s", Kind.RUN, List.of("b"), List.of("a"))
                .graph();
    }

    private static List<String> names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + " " + i).toList();
    }
}
