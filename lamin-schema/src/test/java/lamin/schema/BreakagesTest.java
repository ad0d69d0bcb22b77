package lamin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script {@code src/test/breakages/run} breaks lines of the code as it is, not as it once was. */
class BreakagesTest {
    private static final Path SOURCES = Path.of("src/main/java/lamin/schema");
    private static final Path TESTS = Path.of("src/test/java");

    record Breakage(String name, String file, String test, String line, String broken) {
        static Breakage parse(String paragraph) {
            var lines = paragraph.lines().toList();
            assertThat(lines).as(paragraph).hasSize(5);
            return new Breakage(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Breakage> breakages() throws IOException {
        var text = Files.readString(Path.of("src/test/breakages/breakages.txt"));
        return Stream.of(text.split("\n\n")).skip(1).map(Breakage::parse);
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void a_breakage_changes_one_line_and_names_a_test(Breakage breakage) throws IOException {
        assertThat(Files.readAllLines(SOURCES.resolve(breakage.file()))).containsOnlyOnce(breakage.line());
        assertThat(breakage.broken()).isNotEqualTo(breakage.line());
        try (var tests = Files.walk(TESTS)) {
            assertThat(tests).anyMatch(test -> test.endsWith(breakage.test() + ".java"));
        }
    }
}
