package lamin.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a {@code CHANGELOG.md}, newest version first. */
public record Changelog(String text) {
    private static final Pattern UNRELEASED = Pattern.compile("(?i)##\\s*\\[?unreleased\\]?.*");

    /** A changelog without versions. */
    public static Changelog empty() {
        return new Changelog("# Changelog\n");
    }

    /**
     * With a heading for a version: below {@code Unreleased}, whose entries move to it, otherwise before the other
     * versions. An existing heading is left unchanged.
     */
    public Changelog withRelease(SemanticVersion version, LocalDate date, List<String> entries) {
        var lines = new ArrayList<>(text.lines().toList());
        if (lines.stream().anyMatch(line -> isHeadingOf(line, version))) {
            return this;
        }
        var section = new ArrayList<>(List.of("## " + version + " - " + date, ""));
        entries.forEach(entry -> section.add("- " + entry));
        insert(lines, section);
        var separator = text.contains("\r\n") ? "\r\n" : "\n";
        return new Changelog(String.join(separator, lines) + separator);
    }

    private static void insert(List<String> lines, List<String> section) {
        int unreleased = firstLine(lines, UNRELEASED);
        if (unreleased < lines.size()) {
            section.addFirst("");
            lines.addAll(unreleased + 1, section);
            return;
        }
        int next = firstLine(lines, Pattern.compile("##\\s.*"));
        if (next < lines.size()) {
            section.add("");
        } else if (next > 0 && !lines.getLast().isBlank()) {
            section.addFirst("");
        }
        lines.addAll(next, section);
    }

    /** The index of the first matching line; the number of lines if none matches. */
    private static int firstLine(List<String> lines, Pattern pattern) {
        int line = 0;
        while (line < lines.size() && !pattern.matcher(lines.get(line)).matches()) {
            line++;
        }
        return line;
    }

    private static boolean isHeadingOf(String line, SemanticVersion version) {
        var heading = Pattern.compile("##\\s*\\[?v?" + Pattern.quote(version.toString()) + "\\]?(\\s.*)?");
        return heading.matcher(line).matches();
    }
}
