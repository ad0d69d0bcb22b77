package lamin.find;

import java.util.ArrayList;
import java.util.List;

/** The newest records of every registry that has any. */
public record Overview(List<Newest> registries) {
    private static final int WIDTH = 100;

    public Overview {
        registries = List.copyOf(registries);
    }

    /**
     * The newest records of a registry.
     *
     * @param total the number of all of its records
     */
    public record Newest(long total, Records records) {}

    /** A table for each registry, with its name and its number of records above it. */
    public List<String> lines(int width) {
        var lines = new ArrayList<String>();
        for (var registry : registries) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(registry.records().registry() + " (" + registry.total() + ")");
            registry.records().table().lines(width - 2).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** The tables, in a width of 100 characters. */
    @Override
    public String toString() {
        return String.join("\n", lines(WIDTH));
    }
}
