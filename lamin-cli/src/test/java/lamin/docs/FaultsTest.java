package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of faults names tests that there are. */
class FaultsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void every_test_that_the_page_of_faults_names_exists() throws IOException {
        var named = TEST.matcher(Files.readString(ROOT.resolve("docs/faults.md")))
                .results()
                .toList();
        var sources = sources();

        assertThat(named).isNotEmpty();
        assertThat(named)
                .filteredOn(test -> sources.stream().noneMatch(source -> has(source, test)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private record Source(String name, String text) {}

    private static boolean has(Source source, MatchResult test) {
        return source.name().equals(test.group(1) + ".java") && source.text().contains(" void " + test.group(2) + "(");
    }

    private static List<Source> sources() throws IOException {
        try (var files =
                Files.find(ROOT, 20, (path, attributes) -> path.toString().matches(".*/src/test/java/.*Test\\.java"))) {
            return files.map(FaultsTest::source).toList();
        }
    }

    private static Source source(Path file) {
        try {
            return new Source(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
