package lamin.graph.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.schema.model.TableName;

/** The strips of the modules: their order from left to right, and their frames around what was placed. */
final class Bands {
    private static final double MARGIN = 16;
    private static final double HEADING = 42;

    private Bands() {}

    /** The place of each module from left to right: those with more lines going out than coming in first. */
    static Map<String, Integer> positions(Picture picture) {
        var modules = new HashMap<TableName, String>();
        picture.boxes().forEach(box -> modules.put(box.table(), box.module()));
        Map<String, Integer> balance = new HashMap<>();
        for (var edge : picture.edges()) {
            balance.merge(modules.get(edge.from().table()), 1, Integer::sum);
            balance.merge(modules.get(edge.to().table()), -1, Integer::sum);
        }
        var sorted = picture.groups().stream()
                .map(Group::module)
                .sorted(Comparator.comparingInt((String module) -> -balance.getOrDefault(module, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Integer> positions = new HashMap<>();
        sorted.forEach(module -> positions.put(module, positions.size()));
        return positions;
    }

    /** Moves everything so that the frames of the modules begin at the origin. */
    static Layout around(Picture picture, List<PlacedBox> boxes, List<Route> routes) {
        var top = Math.min(
                boxes.stream().mapToDouble(PlacedBox::y).min().orElse(0),
                routes.stream()
                        .flatMap(route -> route.points().stream())
                        .mapToDouble(Point::y)
                        .min()
                        .orElse(0));
        var bottom = Math.max(
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0),
                routes.stream()
                        .flatMap(route -> route.points().stream())
                        .mapToDouble(Point::y)
                        .max()
                        .orElse(0));
        var left = boxes.stream().mapToDouble(PlacedBox::x).min().orElse(0);
        var dx = MARGIN - left;
        var dy = MARGIN + HEADING - top;
        var movedBoxes = boxes.stream().map(box -> box.moved(dx, dy)).toList();
        var movedRoutes = routes.stream().map(route -> route.moved(dx, dy)).toList();
        var height = bottom - top + HEADING + 2 * MARGIN;
        var bands = new ArrayList<Band>();
        for (var group : picture.groups()) {
            bands.add(band(group, movedBoxes, height));
        }
        var width = bands.stream()
                .mapToDouble(band -> band.x() + band.width())
                .max()
                .orElse(0);
        return new Layout(picture, width, height, bands, movedBoxes, movedRoutes);
    }

    private static Band band(Group group, List<PlacedBox> boxes, double height) {
        var own = boxes.stream()
                .filter(box -> box.box().module().equals(group.module()))
                .toList();
        var left = own.stream().mapToDouble(PlacedBox::x).min().orElse(0) - MARGIN;
        var right = own.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0) + MARGIN;
        return new Band(group, left, 0, right - left, height);
    }
}
