package lamin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of versions names those that the build tries. */
class CompatibilityPageTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void the_versions_are_those_of_the_pom() throws IOException {
        var pom = Files.readString(ROOT.resolve("pom.xml"));
        var versions = List.of(
                        "hibernate.6.6.version",
                        "hibernate.7.2.version",
                        "hibernate.7.4.version",
                        "hibernate.version",
                        "spring.boot.version",
                        "sqlite.version")
                .stream()
                .map(property -> value(pom, property))
                .toList();

        assertThat(Files.readString(ROOT.resolve("docs/reference/compatibility.md")))
                .contains(versions);
    }

    private static String value(String pom, String property) {
        var element =
                Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(pom);
        assertThat(element.find()).as(property).isTrue();
        return element.group(1);
    }
}
