package lamin.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import lamin.table.CellText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an instance knows about one record.
 *
 * @param title what it is called
 * @param facts the values of its filled columns, and what the records are called that it references
 * @param sections the records that it is linked with
 * @param versions all of its versions, the first one first; empty if it has no other
 */
public record Description(
        String registry,
        String title,
        SequencedMap<String, Object> facts,
        List<Section> sections,
        List<Version> versions) {
    private static final int WIDTH = 100;
    private static final int SHORTEST = 20;

    public Description {
        sections = List.copyOf(sections);
        versions = List.copyOf(versions);
    }

    /**
     * Records of one kind.
     *
     * @param total the number of all of them, of which the first are listed
     */
    public record Section(String heading, long total, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A linked record.
     *
     * @param uid null if it has none
     * @param detail the feature or the slot of the link; null if there is none
     */
    public record Item(
            String title, @Nullable String uid, @Nullable String detail) {
        private String line() {
            var start = CellText.readable(detail == null ? title : detail + ": " + title);
            return uid == null || uid.equals(title) ? start : start + "  " + uid;
        }
    }

    /**
     * A version of the record.
     *
     * @param tag the name of the version; null if it has none
     */
    public record Version(
            String uid,
            @Nullable String tag,
            boolean isLatest,
            @Nullable Object createdAt) {
        private String line() {
            return Stream.of(uid, tag == null ? "" : tag, CellText.readable(createdAt), isLatest ? "latest" : "")
                    .filter(part -> !part.isEmpty())
                    .reduce((left, right) -> left + "  " + right)
                    .orElse(uid);
        }
    }

    /** The lines of the text, none of them wider than the terminal. */
    public List<String> lines(int width) {
        var lines = new ArrayList<String>();
        lines.add(registry + "  " + CellText.readable(title));
        int widest = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((name, value) ->
                lines.add("  " + name + " ".repeat(widest - name.length() + 2) + CellText.readable(value)));
        for (var section : sections) {
            lines.add(section.heading() + " (" + section.total() + ")");
            section.items().forEach(item -> lines.add("  " + item.line()));
            long more = section.total() - section.items().size();
            if (more > 0) {
                lines.add("  ... and " + more + " more");
            }
        }
        if (!versions.isEmpty()) {
            lines.add("versions (" + versions.size() + ")");
            versions.forEach(version -> lines.add("  " + version.line()));
        }
        return lines.stream()
                .map(line -> CellText.shortened(line, Math.max(width, SHORTEST)))
                .toList();
    }

    /** The parts by name, as values of JSON. */
    public Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("registry", registry);
        map.put("title", title);
        map.put("columns", facts);
        sections.forEach(section -> map.put(section.heading().replace(' ', '_'), section));
        map.put("versions", versions);
        return map;
    }

    /** The text, in a width of 100 characters. */
    @Override
    public String toString() {
        return String.join("\n", lines(WIDTH));
    }
}
