package lamin.schema.internal.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/checksum.md} beside what is computed. */
class ChecksumPageTest {
    private static final Path PAGE = Path.of("../docs/reference/checksum.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+|\\*)\":");
    private static final Pattern OPERATION = Pattern.compile("\"op\":\"(\\w+)\"");

    private final String page;

    ChecksumPageTest() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void it_has_a_row_and_an_example_of_every_operation() {
        var operations = operations(goldenLines().stream());

        assertThat(operations(examples().stream())).isEqualTo(operations);
        assertThat(operations).allSatisfy(operation -> assertThat(page).contains("\n| `" + operation + "` | "));
    }

    @Test
    void its_examples_are_golden_lines() {
        assertThat(goldenLines()).containsAll(examples());
    }

    @Test
    void it_names_every_member() {
        var members = new TreeSet<String>();
        goldenLines().forEach(line -> MEMBER.matcher(line).results().forEach(match -> members.add(match.group(1))));

        assertThat(members)
                .allSatisfy(member -> assertThat(page)
                        .matches(text -> text.contains("`" + member + "`") || text.contains("{\"" + member + "\":")));
    }

    @Test
    void it_names_every_type() {
        var types = Pattern.compile("\"type\":(\"[^\"]+\"|\\{(?:[^{}]|\\{[^}]*})+})");

        assertThat(goldenLines().stream()
                        .flatMap(line -> types.matcher(line).results())
                        .map(match -> match.group(1)))
                .filteredOn(type -> !type.matches("\"string\\((8|20)\\)\""))
                .allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }

    @Test
    void the_text_of_its_example_has_its_checksum() {
        var texts = blocks("text");
        var example = Golden.all().stream()
                .filter(golden -> golden.line().contains("\"notebook\""))
                .findFirst()
                .orElseThrow();
        var back = new Golden(
                op -> op.alterColumn("notebook", "version").newName("v").schema("core"), "");

        assertThat(CanonicalText.of(Golden.ASSAY, example.operations(), back.operations()))
                .isEqualTo(texts.get(0));
        assertThat(Checksum.of(Golden.ASSAY, example.operations(), back.operations()) + "\n")
                .isEqualTo(texts.get(1));
    }

    private static List<String> goldenLines() {
        return Golden.all().stream().map(Golden::line).toList();
    }

    private List<String> examples() {
        return blocks("json").stream().flatMap(String::lines).toList();
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2))
                .toList();
    }

    private static Set<String> operations(Stream<String> lines) {
        var operations = new TreeSet<String>();
        lines.forEach(line -> OPERATION.matcher(line).results().forEach(match -> operations.add(match.group(1))));
        return operations;
    }
}
