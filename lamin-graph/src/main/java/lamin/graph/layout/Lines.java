package lamin.graph.layout;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text at its spaces into lines of at most a given width; a longer word gets a separate line. */
public final class Lines {
    private Lines() {}

    public static List<String> of(String text, Lettering lettering, double width) {
        var lines = new ArrayList<String>();
        for (var word : text.isBlank() ? new String[0] : text.split(" ", -1)) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && lettering.width(longer) <= width) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
