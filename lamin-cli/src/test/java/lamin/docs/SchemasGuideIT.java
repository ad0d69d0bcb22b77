package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The guide to schemas, followed from top to bottom. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are written for sh")
class SchemasGuideIT {
    private static final Path GUIDE = Path.of("../docs/guide/schemas.md");

    @TempDir
    Path folder;

    @Test
    void every_snippet_prints_what_the_guide_says() throws Exception {
        var reader = new Reader(folder);
        var snippets = Snippet.of(Files.readAllLines(GUIDE));
        assertThat(snippets).hasSizeGreaterThan(10);
        for (var snippet : snippets) {
            var outcome = reader.run(snippet);
            assertThat(outcome)
                    .as("%s, line %d:%n%s", GUIDE.getFileName(), snippet.line(), snippet.text())
                    .matches(found -> found.exitCode() == 0, "exit code 0")
                    .matches(
                            found -> snippet.expects(found.output()),
                            "output " + String.join(System.lineSeparator(), snippet.expected()));
        }
        assertThat(folder.resolve("work/test-schema")).doesNotExist();
    }
}
