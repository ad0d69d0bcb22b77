package lamin.schema.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of rules is what the rules say. */
class LintPageTest {
    @Test
    void every_rule_has_its_row() throws IOException {
        var rows = Files.readAllLines(Path.of("../docs/reference/lint.md")).stream()
                .filter(line -> line.startsWith("| L"))
                .toList();
        assertThat(rows).isEqualTo(expected());
    }

    private static List<String> expected() {
        return Arrays.stream(Rule.values())
                .map(rule -> "| "
                        + String.join(" | ", rule.code(), rule.severity().toString(), rule.title(), rule.alternative())
                        + " |")
                .toList();
    }
}
