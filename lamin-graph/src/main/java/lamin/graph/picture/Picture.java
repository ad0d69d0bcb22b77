package lamin.graph.picture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Edge.End;

/**
 * The contents of a picture of a graph: boxes in groups, and lines between them.
 *
 * @param kind the subject of the picture in one word, such as {@code schema}
 * @param title its heading
 * @param legend lines of text below the picture
 * @param arrangement where boxes are placed
 */
public record Picture(
        String kind,
        String title,
        Notation notation,
        List<Group> groups,
        List<Box> boxes,
        List<Edge> edges,
        List<String> legend,
        Arrangement arrangement) {

    /** Where boxes are placed. */
    public enum Arrangement {
        /** The groups side by side, each in a strip with a heading. */
        BY_GROUP,
        /** From left to right in the direction of the arrows; groups have a colour each, which the legend explains. */
        ALONG_ARROWS
    }

    /** A picture that is arranged by group. */
    public Picture(
            String kind,
            String title,
            Notation notation,
            List<Group> groups,
            List<Box> boxes,
            List<Edge> edges,
            List<String> legend) {
        this(kind, title, notation, groups, boxes, edges, legend, Arrangement.BY_GROUP);
    }

    /** How the ends of lines are drawn. */
    public enum Notation {
        /** Crow's feet: each end shows its cardinality; the legend explains the signs. */
        ENTITY_RELATIONSHIP,
        /** Arrows from box to box. */
        ARROWS
    }

    public Picture {
        groups = List.copyOf(groups);
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
        legend = List.copyOf(legend);
        var groupIds = new HashSet<String>();
        groups.forEach(group -> require(groupIds.add(group.id()), "two groups are called " + group.id()));
        var byId = new HashMap<String, Box>();
        for (var box : boxes) {
            require(byId.putIfAbsent(box.id(), box) == null, "two boxes are called " + box.id());
            require(groupIds.contains(box.group()), "box " + box.id() + " is in no group: " + box.group());
        }
        for (var edge : edges) {
            requireEnd(edge, edge.from(), byId, notation);
            requireEnd(edge, edge.to(), byId, notation);
        }
    }

    private static void requireEnd(Edge edge, End end, Map<String, Box> boxes, Notation notation) {
        var box = boxes.get(end.box());
        if (box == null) {
            throw new IllegalArgumentException("edge " + edge.name() + " ends at no box: " + end.box());
        }
        require(
                end.row() >= End.TITLE && end.row() < box.rows().size(),
                "edge " + edge.name() + " ends at row " + end.row() + " of " + box.id() + ", which has "
                        + box.rows().size());
        require(
                end.ending().notation() == notation,
                "edge " + edge.name() + " ends with " + end.ending() + ", which " + notation + " does not have");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Whether groups are strips of the picture. */
    public boolean isByGroup() {
        return arrangement == Arrangement.BY_GROUP;
    }

    /** The group of the box. */
    public Group groupOf(Box box) {
        return groups.stream()
                .filter(group -> group.id().equals(box.group()))
                .findFirst()
                .orElseThrow();
    }
}
