package lamin.graph.layout;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;

/** The strips of the groups, if they have any: their order from left to right, and their frames around the placed boxes. */
final class Bands {
    private static final double MARGIN = 16;
    private static final double HEADING = 42;

    private Bands() {}

    /** The groups from left to right: those with more outgoing than incoming lines first, grey ones last. */
    static List<String> order(Picture picture) {
        var groups = new HashMap<String, String>();
        picture.boxes().forEach(box -> groups.put(box.id(), box.group()));
        Map<String, Integer> balance = new HashMap<>();
        for (var edge : picture.edges()) {
            balance.merge(groups.get(edge.from().box()), 1, Integer::sum);
            balance.merge(groups.get(edge.to().box()), -1, Integer::sum);
        }
        return picture.groups().stream()
                .sorted(Comparator.comparing(Group::isGrey)
                        .thenComparingInt(group -> -balance.getOrDefault(group.id(), 0))
                        .thenComparing(Group::id))
                .map(Group::id)
                .toList();
    }

    /** Moves everything so that the frames of the groups begin at the origin. */
    static Layout around(Picture picture, List<PlacedBox> boxes, List<Route> routes) {
        var all = Extent.of(boxes, routes);
        var dx = MARGIN - all.left();
        var heading = picture.isByGroup() ? HEADING : 0;
        var dy = MARGIN + heading - all.top();
        var movedBoxes = boxes.stream().map(box -> box.moved(dx, dy)).toList();
        var movedRoutes = routes.stream().map(route -> route.moved(dx, dy)).toList();
        var width = all.right() - all.left() + 2 * MARGIN;
        var height = all.bottom() - all.top() + heading + 2 * MARGIN;
        var bands = picture.groups().stream()
                .filter(group -> picture.isByGroup())
                .map(group -> band(group, movedBoxes, movedRoutes, height))
                .toList();
        return new Layout(picture, width, height, bands, movedBoxes, movedRoutes);
    }

    /** The strip around its boxes and the lines from a box to itself; other lines may run anywhere. */
    private static Band band(Group group, List<PlacedBox> boxes, List<Route> routes, double height) {
        var own = boxes.stream()
                .filter(box -> box.box().group().equals(group.id()))
                .toList();
        var ids = own.stream().map(box -> box.box().id()).toList();
        var loops = routes.stream()
                .filter(route -> route.edge().isLoop()
                        && ids.contains(route.edge().from().box()))
                .toList();
        var extent = Extent.of(own, loops);
        return new Band(group, extent.left() - MARGIN, 0, extent.right() - extent.left() + 2 * MARGIN, height);
    }

    private record Extent(double left, double top, double right, double bottom) {
        static Extent of(List<PlacedBox> boxes, List<Route> routes) {
            var corners = Stream.concat(
                            boxes.stream()
                                    .flatMap(box -> Stream.of(
                                            new Point(box.x(), box.y()),
                                            new Point(box.x() + box.width(), box.y() + box.height()))),
                            routes.stream().flatMap(route -> route.points().stream()))
                    .toList();
            var x = corners.stream().mapToDouble(Point::x).summaryStatistics();
            var y = corners.stream().mapToDouble(Point::y).summaryStatistics();
            return corners.isEmpty()
                    ? new Extent(0, 0, 0, 0)
                    : new Extent(x.getMin(), y.getMin(), x.getMax(), y.getMax());
        }
    }
}
