package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of {@code docs/guide}, by its name there. */
record Guide(String name) {
    private static final Path FOLDER = Path.of("../docs/guide");

    /** Runs its snippets from top to bottom; each must end well and print what the guide says. */
    void follow(Reader reader) throws IOException, InterruptedException {
        var snippets = Snippet.of(Files.readAllLines(FOLDER.resolve(name)));
        assertThat(snippets).hasSizeGreaterThan(5);
        for (var snippet : snippets) {
            assertThat(reader.run(snippet))
                    .as("%s, line %d:%n%s", name, snippet.line(), snippet.text())
                    .matches(found -> found.exitCode() == 0, "exit code 0")
                    .matches(
                            found -> snippet.expects(found.output()),
                            "output " + String.join(System.lineSeparator(), snippet.expected()));
        }
    }
}
