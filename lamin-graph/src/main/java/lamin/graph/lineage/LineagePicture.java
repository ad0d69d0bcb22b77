package lamin.graph.lineage;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.graph.lineage.LineageData.Kind;
import lamin.graph.lineage.LineageData.Node;
import lamin.graph.lineage.LineageData.Role;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Picture.Arrangement;
import lamin.graph.picture.Picture.Notation;

/** Selects the nodes that a picture shows, and gives each kind of node a colour. */
public final class LineagePicture {
    private static final int LONGEST_TITLE = 34;
    private static final int LONGEST_HEADING = 90;
    private static final String ASKED = "asked";
    private static final int START = 0;

    private final LineageData lineage;
    private final Neighbourhood near;
    private final Map<Integer, Node> shown = new LinkedHashMap<>();

    private LineagePicture(LineageData lineage, int mostBoxes) {
        this.lineage = lineage;
        this.near = new Neighbourhood(lineage, mostBoxes);
        var numbers = near.shown();
        var nodes = lineage.describe(numbers);
        for (int i = 0; i < nodes.size(); i++) {
            shown.put(numbers.get(i), nodes.get(i));
        }
    }

    /**
     * The picture of a lineage.
     *
     * @param title its heading; empty for one that names the node in question
     * @param mostBoxes the number of nodes beyond which only the nearest ones are shown
     */
    public static Picture of(LineageData lineage, String title, int mostBoxes) {
        return new LineagePicture(lineage, mostBoxes).build(title);
    }

    private Picture build(String title) {
        var boxes = shown.keySet().stream().map(this::box).toList();
        var groups = groups().stream()
                .filter(group -> boxes.stream().anyMatch(box -> box.group().equals(group.id())))
                .toList();
        var edges = IntStream.range(0, lineage.arrowCount())
                .filter(arrow -> near.shows(lineage.from(arrow)) && near.shows(lineage.to(arrow)))
                .mapToObj(this::edge)
                .toList();
        var heading = title.isEmpty() ? "Lineage of " + node(START).title() : title;
        return new Picture(
                "lineage",
                shortened(heading, LONGEST_HEADING),
                Notation.ARROWS,
                groups,
                boxes,
                edges,
                legend(),
                Arrangement.ALONG_ARROWS);
    }

    private Node node(int number) {
        return Objects.requireNonNull(shown.get(number));
    }

    private List<Group> groups() {
        return List.of(
                new Group(ASKED, lineage.kind(START).isRun() ? "this run" : "this dataset", "", 1),
                new Group(label(Kind.ARTIFACT), "artifact", "", 0),
                new Group(label(Kind.COLLECTION), "collection", "", 3),
                new Group(label(Kind.RUN), "run", "", Group.GREY),
                new Group(label(Kind.FAILED_RUN), "run that failed", "", 4));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Box box(int number) {
        var node = node(number);
        return new Box(
                node.id(),
                number == START ? ASKED : label(node.kind()),
                shortened(node.title(), LONGEST_TITLE),
                node.subtitle(),
                false,
                List.of(),
                leftOut(number));
    }

    /** What a box says of its neighbours that are not shown. */
    private String leftOut(int node) {
        var sources = near.hiddenSources(node);
        var targets = near.hiddenTargets(node);
        return lineage.kind(node).isRun()
                ? joined(
                        " · ",
                        number(sources, "+ %,d input", "+ %,d inputs"),
                        number(targets, "+ %,d output", "+ %,d outputs"))
                : joined(
                        " · ",
                        number(sources, "made by %,d more run", "made by %,d more runs"),
                        number(targets, "read by %,d more run", "read by %,d more runs"));
    }

    private static String joined(String separator, String... parts) {
        return String.join(
                separator, Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static String number(long count, String one, String many) {
        return count == 0 ? "" : String.format(Locale.ROOT, count == 1 ? one : many, count);
    }

    /** On one line. The end of a path says more than its folders, the start of a sentence more than its end. */
    private static String shortened(String title, int longest) {
        var name = title.replaceAll("\\s+", " ");
        if (name.length() <= longest) {
            return name;
        }
        if (!name.contains("/")) {
            return name.substring(0, longest - 1) + "…";
        }
        var end = name.substring(name.length() - longest + 1);
        int slash = end.indexOf('/');
        return "…" + (slash >= 0 && slash < longest / 2 ? end.substring(slash) : end);
    }

    private Edge edge(int arrow) {
        var role = lineage.role(arrow);
        return new Edge(
                role == Role.RECREATED ? "made again" : label(role),
                label(Kind.RUN),
                new End(node(lineage.from(arrow)).id(), End.TITLE, Ending.PLAIN),
                new End(node(lineage.to(arrow)).id(), End.TITLE, Ending.ARROW),
                role == Role.RECREATED);
    }

    private List<String> legend() {
        var parts = Stream.of(
                        hidden(" upstream", near::isUpstream),
                        hidden(" downstream", node -> near.isDownstream(node) && !near.isUpstream(node)),
                        hidden(" beside them", node -> !near.isDownstream(node) && !near.isUpstream(node)))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? List.of() : List.of("Not shown: " + String.join(", ", parts) + ".");
    }

    private String hidden(String where, IntPredicate isThere) {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        IntStream.range(0, lineage.nodeCount())
                .filter(node -> !near.shows(node) && isThere.test(node))
                .forEach(node -> counts.merge(lineage.kind(node), 1L, Long::sum));
        return counts.isEmpty() ? "" : counts(counts) + where;
    }

    private static String counts(Map<Kind, Long> counts) {
        return joined(
                " and ",
                number(counts.getOrDefault(Kind.ARTIFACT, 0L), "%,d more artifact", "%,d more artifacts"),
                number(counts.getOrDefault(Kind.COLLECTION, 0L), "%,d collection", "%,d collections"),
                number(
                        counts.getOrDefault(Kind.RUN, 0L) + counts.getOrDefault(Kind.FAILED_RUN, 0L),
                        "%,d run",
                        "%,d runs"));
    }
}
