package lamin.graph.terms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Picture.Arrangement;
import lamin.graph.picture.Picture.Notation;
import lamin.graph.terms.TermHierarchy.Link;
import lamin.graph.terms.TermHierarchy.Role;

/** The picture of a hierarchy: the nearest terms, with arrows from general terms to special ones. */
public final class TermPicture {
    private static final int LONGEST_TITLE = 56;

    private final TermHierarchy hierarchy;
    private final Set<Integer> shown;

    private TermPicture(TermHierarchy hierarchy, int mostBoxes) {
        this.hierarchy = hierarchy;
        this.shown = nearest(hierarchy, mostBoxes);
    }

    /**
     * The picture of a hierarchy.
     *
     * @param title its heading; empty for the name of the term
     * @param mostBoxes the number of terms beyond which only the nearest ones are shown
     */
    public static Picture of(TermHierarchy hierarchy, String title, int mostBoxes) {
        return new TermPicture(hierarchy, mostBoxes).build(title);
    }

    /** What is above a term says what it is, so two thirds of the boxes may be for that. */
    private static Set<Integer> nearest(TermHierarchy hierarchy, int most) {
        var above = places(hierarchy, Role.ABOVE);
        var below = places(hierarchy, Role.BELOW);
        int rest = Math.max(0, most - 1);
        int aboveShown = Math.min(above.size(), Math.max(rest * 2 / 3, rest - below.size()));
        var shown = new LinkedHashSet<>(places(hierarchy, Role.ASKED));
        shown.addAll(above.subList(0, aboveShown));
        shown.addAll(below.subList(0, Math.min(below.size(), rest - aboveShown)));
        return shown;
    }

    private static List<Integer> places(TermHierarchy hierarchy, Role role) {
        return IntStream.range(0, hierarchy.nodes().size())
                .filter(place -> hierarchy.nodes().get(place).role() == role)
                .boxed()
                .toList();
    }

    private Picture build(String title) {
        var heading = title.isEmpty() ? hierarchy.nodes().getFirst().title() : title;
        return new Picture(
                "hierarchy",
                heading,
                Notation.ARROWS,
                groups(),
                shown.stream().map(this::box).toList(),
                hierarchy.links().stream().filter(this::isShown).map(this::edge).toList(),
                legend(),
                Arrangement.ALONG_ARROWS);
    }

    private List<Group> groups() {
        return Stream.of(
                        new Group(label(Role.ASKED), "this term", "", 1),
                        new Group(label(Role.ABOVE), "more general", "", Group.GREY),
                        new Group(label(Role.BELOW), "more special", "", 0))
                .filter(group -> shown.stream()
                        .anyMatch(place ->
                                label(hierarchy.nodes().get(place).role()).equals(group.id())))
                .toList();
    }

    private static String label(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private boolean isShown(Link link) {
        return shown.contains(link.child()) && shown.contains(link.parent());
    }

    private Box box(int place) {
        var node = hierarchy.nodes().get(place);
        return new Box(
                node.id(),
                label(node.role()),
                shortened(node.title()),
                node.subtitle(),
                false,
                List.of(),
                leftOut(place));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** What a box says of parents and children that are not shown. */
    private String leftOut(int place) {
        var parents = hierarchy.links().stream()
                .filter(link -> link.child() == place && !shown.contains(link.parent()))
                .count();
        var children = hierarchy.links().stream()
                .filter(link -> link.parent() == place && !shown.contains(link.child()))
                .count();
        var parts = new ArrayList<String>();
        if (parents > 0) {
            parts.add("+ %,d %s".formatted(parents, parents == 1 ? "parent" : "parents"));
        }
        if (children > 0) {
            parts.add("+ %,d %s".formatted(children, children == 1 ? "child" : "children"));
        }
        return String.join(" · ", parts);
    }

    private Edge edge(Link link) {
        return new Edge(
                "is a",
                label(Role.ABOVE),
                new End(hierarchy.nodes().get(link.parent()).id(), End.TITLE, Ending.PLAIN),
                new End(hierarchy.nodes().get(link.child()).id(), End.TITLE, Ending.ARROW),
                false);
    }

    private List<String> legend() {
        long above = hidden(Role.ABOVE);
        long below = hidden(Role.BELOW);
        var parts = new ArrayList<String>();
        if (above > 0) {
            parts.add("%,d more general".formatted(above));
        }
        if (below > 0) {
            parts.add("%,d more special".formatted(below));
        }
        return parts.isEmpty() ? List.of() : List.of("Not shown: " + String.join(", ", parts) + ".");
    }

    private long hidden(Role role) {
        return places(hierarchy, role).stream()
                .filter(place -> !shown.contains(place))
                .count();
    }
}
