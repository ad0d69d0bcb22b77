package lamin.graph.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Picture;

/** The colours of the groups: muted, and distinct for most people with colour blindness, too. */
final class Palette {
    private static final Colours GREY = new Colours("#5f6368", "#ececee", "#f8f8f9");

    private static final List<Colours> COLOURS = List.of(
            new Colours("#2f5d8a", "#dde8f3", "#f5f8fc"),
            new Colours("#2f7a5c", "#dbeee5", "#f4faf7"),
            new Colours("#a3591f", "#f7e6d6", "#fdf8f3"),
            new Colours("#7a4a8c", "#ecdff1", "#faf6fc"),
            new Colours("#8a2f45", "#f5dde3", "#fdf5f7"),
            new Colours("#3f6f78", "#d9ebee", "#f3f9fa"));

    private final Map<String, Colours> byGroup = new HashMap<>();

    Palette(Picture picture) {
        for (var group : picture.groups()) {
            byGroup.put(group.id(), group.isGrey() ? GREY : COLOURS.get(group.colour() % COLOURS.size()));
        }
    }

    Colours of(String group) {
        return byGroup.getOrDefault(group, GREY);
    }

    /** From strong to faint: for lines and marks, for headings of boxes, for the background. */
    record Colours(String line, String head, String ground) {}
}
