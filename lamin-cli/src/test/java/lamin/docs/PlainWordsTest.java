package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words that read as translated do not come back: in pages, help, messages, comments or names. Help is in {@code
 * docs/reference/commands.md}, which is compared with what the commands print.
 */
class PlainWordsTest {
    private static final Path ROOT = Path.of("..");

    /** Each with the words to use instead. */
    private static final Pattern TRANSLATED = Pattern.compile(
            String.join(
                    "|",
                    "\\bmend(s|ed|ing)?\\b", // repair, fix
                    "\\banew\\b", // again, rebuilt
                    "\\b(is|are|was|were|be|been) told\\b", // is reported
                    "\\bstands? in\\b", // is in
                    "\\bgo(es)? on from\\b", // follows
                    "\\bof (the|an) author's\\b", // custom
                    "\\bno obstacle\\b", // accepted
                    "\\bdo(es)? no harm\\b", // accepted, ignored
                    "\\b(is|are) there already\\b", // already exists
                    "\\b(rows|tables|columns) that are there\\b", // existing rows
                    "\\bthe (code|name) of which\\b", // whose code
                    "\\bnobody's business\\b", // ignored
                    "\\bwhole story\\b", // stack trace
                    "\\bwhoever\\b", // a user who
                    "(?<!there )\\bis no (?!longer|more|such|reason|need)[a-z]", // is not an X
                    "\\b(OrderlyEnd|Demanding|KnownRows|MadeNames|Mending|Standing|UnfitRows)\\b"),
            Pattern.CASE_INSENSITIVE);

    @Test
    void no_text_reads_as_translated() throws IOException {
        var findings = texts().flatMap(PlainWordsTest::findings).toList();

        assertThat(findings).isEmpty();
    }

    @Test
    void the_words_are_found_wherever_they_are() {
        assertThat(List.of(
                        "/** Makes a table anew. */",
                        "\"table t is there already\"",
                        "that folder is no project",
                        "SQL that mends them",
                        "what is pending is told at the end"))
                .allMatch(line -> TRANSLATED.matcher(line).find());
        assertThat(List.of("there is no table t", "it is no longer there", "the amended file", "is not a project"))
                .noneMatch(line -> TRANSLATED.matcher(line).find());
    }

    private static Stream<String> findings(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return IntStream.range(0, lines.size())
                .filter(line -> TRANSLATED.matcher(lines.get(line)).find())
                .mapToObj(line -> ROOT.relativize(file) + ":" + (line + 1) + ": "
                        + lines.get(line).strip());
    }

    /** Pages, and sources that are not tests. */
    private static Stream<Path> texts() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).filter(PlainWordsTest::isText).toList().stream();
        }
    }

    private static boolean isText(Path file) {
        var path = ROOT.relativize(file).toString().replace('\\', '/');
        boolean isOurs =
                Stream.of("target/", ".git/", "src/test/").noneMatch(part -> ("/" + path).contains("/" + part));
        return isOurs && (path.endsWith(".md") || path.endsWith(".java"));
    }
}
