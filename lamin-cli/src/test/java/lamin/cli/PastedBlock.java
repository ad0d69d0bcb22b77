package lamin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The lines that {@code lamin migrate check} prints, pasted by a person who reads the headings and fills in values. */
final class PastedBlock {
    private final List<Part> parts;

    private PastedBlock(List<Part> parts) {
        this.parts = parts;
    }

    /** Other lines before and after the block are ignored. */
    static PastedBlock of(List<String> printed) {
        return new PastedBlock(parts(printed));
    }

    void into(Path script) throws IOException {
        var text = Files.readString(script);
        for (var part : parts) {
            text = part.into(text);
        }
        Files.writeString(script, text.replaceAll("\"TODO: [^\"]*\"", "\"'?'\""));
    }

    private static List<Part> parts(List<String> block) {
        var parts = new ArrayList<Part>();
        var lines = new ArrayList<String>();
        var place = "";
        for (var line : block) {
            if (line.startsWith("-----")) {
                parts.add(new Part(place, String.join("\n", lines)));
                lines.clear();
                place = Stream.of("imports", "upgrade", "downgrade")
                        .filter(name -> line.endsWith(" " + name + " -----"))
                        .findFirst()
                        .orElse("");
            } else {
                lines.add(line);
            }
        }
        return parts;
    }

    private record Part(String place, String lines) {
        String into(String script) {
            return switch (place) {
                case "" -> script;
                case "imports" -> script.replaceFirst("import ", quoted(lines + "\nimport "));
                default ->
                    script.replaceFirst(
                            "(void " + place + "\\(Operations op\\) \\{)", "$1" + quoted("\n" + lines + "\n"));
            };
        }

        private static String quoted(String text) {
            return Matcher.quoteReplacement(text);
        }
    }
}
