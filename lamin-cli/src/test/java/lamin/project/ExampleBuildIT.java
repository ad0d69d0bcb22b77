package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The example as its author builds it: with Maven, against what {@code lamin} put into a local repository. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
class ExampleBuildIT {
    private static final Path EXAMPLE = Path.of("../examples/lnschema-lamin1");

    /** With each released version upgraded to every later one, on both databases. */
    @Test
    void maven_verifies_the_example_from_what_lamin_installed() throws Exception {
        var machine = AuthorsMachine.create("example");
        var project = machine.copyOf(EXAMPLE);

        assertThat(machine.lamin(project, "migrate", "check")).contains("in sync");
        assertThat(machine.repository().resolve("io/github/lamin4j/lnschema-bionty"))
                .isDirectory();

        assertThat(machine.maven(project, "verify")).contains("BUILD SUCCESS");
        try (var jar = FileSystems.newFileSystem(project.resolve("target/lnschema-lamin1-0.4.0.jar"))) {
            assertThat(jar.getPath("META-INF/lamin/modules")).content().isEqualToIgnoringNewLines("lnschema_lamin1");
        }
        var report = project.resolve("target/surefire-reports/TEST-lnschema_lamin1.MigrationTest.xml");
        assertThat(report).content().contains("errors=\"0\" skipped=\"0\" failures=\"0\"");
        for (var database : List.of("sqlite", "postgresql")) {
            assertThat(upgrades(Files.readString(report), database))
                    .containsExactly(
                            "0.1.0 0.2.0",
                            "0.1.0 0.3.0",
                            "0.1.0 0.4.0",
                            "0.1.0 now",
                            "0.2.0 0.3.0",
                            "0.2.0 0.4.0",
                            "0.2.0 now",
                            "0.3.0 0.4.0",
                            "0.3.0 now",
                            "0.4.0 now");
        }
    }

    /** The versions between which a report says that upgrades were tested. */
    private static List<String> upgrades(String report, String database) {
        var name = Pattern.compile(" " + database + ": (\\S+) -&gt; (\\S+) keeps its rows\"");
        return name.matcher(report)
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
    }
}
