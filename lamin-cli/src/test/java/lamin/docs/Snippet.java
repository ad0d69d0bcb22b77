package lamin.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Code in a document that a reader would run.
 *
 * @param line of the document on which it begins, from 1
 * @param expected what it prints, as the document says; empty where the document says nothing
 */
public record Snippet(Language language, int line, List<String> code, List<String> expected) {
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";
    private static final String QUESTION = "[y/N] ";

    /** What is written behind the fence of a block that is run. */
    public enum Language {
        SH,
        JAVA,
        /** One command at a terminal: behind the prompt, with its output and what is typed below it. */
        CONSOLE
    }

    public Snippet {
        code = List.copyOf(code);
        expected = List.copyOf(expected);
    }

    public String text() {
        return String.join("\n", code) + "\n";
    }

    /** What is typed behind the questions of the command. */
    List<String> answers() {
        return expected.stream()
                .filter(line -> line.contains(QUESTION))
                .map(line -> line.substring(line.indexOf(QUESTION) + QUESTION.length()))
                .toList();
    }

    static boolean endsWithQuestion(CharSequence output) {
        return output.toString().endsWith(QUESTION);
    }

    /**
     * The snippets of a document from top to bottom. A text block that follows one, blank lines aside, is its output. Blocks
     * without a language, of XML and of SQL are for the reader alone.
     */
    public static List<Snippet> of(List<String> document) {
        var snippets = new ArrayList<Snippet>();
        boolean follows = false;
        for (int i = 0; i < document.size(); i++) {
            var line = document.get(i);
            if (!line.startsWith(FENCE)) {
                follows &= line.isBlank();
                continue;
            }
            int end = i + 1 + document.subList(i + 1, document.size()).indexOf(FENCE);
            var block = document.subList(i + 1, end);
            switch (line.substring(FENCE.length())) {
                case "sh" -> snippets.add(new Snippet(Language.SH, i + 2, block, List.of()));
                case "java" -> snippets.add(new Snippet(Language.JAVA, i + 2, block, List.of()));
                case "console" -> snippets.add(console(i + 2, block));
                case "text" -> {
                    if (follows) {
                        snippets.add(snippets.removeLast().printing(block));
                    }
                }
                case "", "xml", "sql" -> {}
                default -> throw new IllegalArgumentException("line " + (i + 1) + " begins no known block: " + line);
            }
            follows = line.equals(FENCE + "sh") || line.equals(FENCE + "java");
            i = end;
        }
        return snippets;
    }

    private static Snippet console(int line, List<String> block) {
        if (!block.getFirst().startsWith(PROMPT)) {
            throw new IllegalArgumentException("line " + line + " has no prompt: " + block.getFirst());
        }
        var command = block.getFirst().substring(PROMPT.length());
        return new Snippet(Language.CONSOLE, line, List.of(command), block.subList(1, block.size()));
    }

    private Snippet printing(List<String> output) {
        return new Snippet(language, line, code, output);
    }

    /**
     * Whether an output is the expected one: {@code ...} alone stands for any lines, inside a line for any characters.
     * What is not expected anything of may print what it wants.
     */
    public boolean expects(List<String> output) {
        return expected.isEmpty() || fits(expected, output);
    }

    private static boolean fits(List<String> pattern, List<String> lines) {
        if (pattern.isEmpty()) {
            return lines.isEmpty();
        }
        var rest = pattern.subList(1, pattern.size());
        if (pattern.getFirst().strip().equals("...")) {
            return fits(rest, lines) || (!lines.isEmpty() && fits(pattern, lines.subList(1, lines.size())));
        }
        return !lines.isEmpty()
                && fits(pattern.getFirst(), lines.getFirst())
                && fits(rest, lines.subList(1, lines.size()));
    }

    private static boolean fits(String pattern, String line) {
        var expression = Arrays.stream(pattern.stripTrailing().split("\\.\\.\\.", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return line.stripTrailing().matches(expression);
    }
}
