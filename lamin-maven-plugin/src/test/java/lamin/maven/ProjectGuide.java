package lamin.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lamin.docs.Snippet;
import lamin.docs.Snippet.Language;

/**
 * A guide that starts in an empty folder. A block below a line such as {@code `pom.xml`:} is that file. If a comma and words follow
 * the name, the block is added to the file, before its last closing tag or brace. Each line of {@code sh} is a command, and a block of
 * {@code text} below it is its output. Other blocks are for the reader alone.
 */
record ProjectGuide(List<Part> parts) {
    private static final String FENCE = "```";
    private static final Pattern FILE = Pattern.compile("`([^`]+)`(, [^`]+)?:");
    private static final Pattern LAST_CLOSING =
            Pattern.compile("\\s*(</dependencies>(?!.*</dependencies>)|}\\s*$)", Pattern.DOTALL);

    /** What a reader does. */
    sealed interface Part {}

    /** Writes a file, or adds lines to one. */
    record Edit(String section, String file, boolean isAddition, String text) implements Part {
        void apply(Path folder) throws IOException {
            var path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, isAddition ? addedTo(Files.readString(path)) : text);
        }

        private String addedTo(String before) {
            var end = LAST_CLOSING.matcher(before);
            if (!end.find()) {
                throw new IllegalStateException("no place for the lines in " + file);
            }
            return before.substring(0, end.start()) + "\n" + text.stripTrailing() + before.substring(end.start());
        }
    }

    /** Types a command. */
    record Command(String section, Snippet snippet) implements Part {
        String line() {
            return snippet.code().getFirst();
        }
    }

    static ProjectGuide of(Path page) throws IOException {
        return new ProjectGuide(new Parser(Files.readAllLines(page)).parts());
    }

    private static final class Parser {
        private final List<String> lines;
        private final List<Part> parts = new ArrayList<>();
        private String section = "";
        private String above = "";

        Parser(List<String> lines) {
            this.lines = lines;
        }

        List<Part> parts() {
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                if (line.startsWith(FENCE)) {
                    int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                    block(line.substring(FENCE.length()), i + 1, lines.subList(i + 1, end));
                    above = line;
                    i = end;
                } else if (line.startsWith("## ")) {
                    section = line.substring("## ".length());
                } else if (!line.isBlank()) {
                    above = line;
                }
            }
            return List.copyOf(parts);
        }

        private void block(String language, int line, List<String> block) {
            var file = FILE.matcher(above);
            if (file.matches()) {
                parts.add(new Edit(section, file.group(1), file.group(2) != null, String.join("\n", block) + "\n"));
            } else if (language.equals("sh")) {
                block.forEach(command ->
                        parts.add(new Command(section, new Snippet(Language.SH, line, List.of(command), List.of()))));
            } else if (language.equals("text") && above.equals(FENCE + "sh")) {
                var command = (Command) parts.removeLast();
                var typed = command.snippet().code();
                parts.add(new Command(section, new Snippet(Language.SH, line, typed, block)));
            }
        }
    }
}
