package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The example as its author builds it: with Maven, against what {@code lamin} put into a local repository. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
class ExampleBuildIT {
    private static final Path EXAMPLE = Path.of("../examples/lnschema-lamin1");

    @Test
    void maven_builds_the_example_from_what_lamin_installed() throws Exception {
        var machine = AuthorsMachine.create("example");
        var project = copy(EXAMPLE, machine.folder().resolve("lnschema-lamin1"));

        assertThat(machine.lamin(project, "migrate", "check")).contains("in sync");
        assertThat(machine.repository().resolve("io/github/lamin4j/lnschema-bionty"))
                .isDirectory();

        assertThat(machine.maven(project, "package")).contains("BUILD SUCCESS");
        assertThat(project.resolve("target/lnschema-lamin1-0.1.0.jar")).isRegularFile();
    }

    private static Path copy(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : files.filter(file -> !file.startsWith(source.resolve("target")))
                    .toList()) {
                Files.createDirectories(target.resolve(source.relativize(file)).getParent());
                Files.copy(file, target.resolve(source.relativize(file)));
            }
        }
        return target;
    }
}
