package lamin.graph.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;

/** The colours of the modules: muted, told apart also by most who see fewer colours, and never grey. */
final class Palette {
    /** The colour of the tables of no module. */
    private static final Colours NONE = new Colours("#5f6368", "#ececee", "#f8f8f9");

    private static final List<Colours> MODULES = List.of(
            new Colours("#2f5d8a", "#dde8f3", "#f5f8fc"),
            new Colours("#2f7a5c", "#dbeee5", "#f4faf7"),
            new Colours("#a3591f", "#f7e6d6", "#fdf8f3"),
            new Colours("#7a4a8c", "#ecdff1", "#faf6fc"),
            new Colours("#8a2f45", "#f5dde3", "#fdf5f7"),
            new Colours("#3f6f78", "#d9ebee", "#f3f9fa"));

    private final Map<String, Colours> byModule = new HashMap<>();

    /** The core module has the first colour, the others theirs in the order of their names. */
    Palette(Picture picture) {
        byModule.put("", NONE);
        byModule.put("core", MODULES.getFirst());
        var next = 1;
        for (var module : picture.groups().stream().map(Group::module).toList()) {
            if (byModule.putIfAbsent(module, MODULES.get(next % MODULES.size())) == null) {
                next++;
            }
        }
    }

    Colours of(String module) {
        return byModule.getOrDefault(module, NONE);
    }

    /** From strong to faint: for lines and marks, for the heads of boxes, for the ground. */
    record Colours(String line, String head, String ground) {}
}
