package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A new module on a machine that has nothing but the distribution and Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
class NewModuleBuildIT {

    @Test
    void maven_verifies_a_new_module_at_once() throws Exception {
        var machine = AuthorsMachine.create("new-module");
        assertThat(machine.lamin(machine.folder(), "module", "new", "assay")).contains("mvn verify");
        var project = machine.folder().resolve("lnschema-assay");

        assertThat(machine.maven(project, "verify")).contains("BUILD SUCCESS");
        assertThat(project.resolve("target/surefire-reports/TEST-lnschema_assay.MigrationTest.xml"))
                .content()
                .contains("errors=\"0\" skipped=\"0\" failures=\"0\"", " sqlite: ", " postgresql: ");
        assertThat(project.resolve("target/lnschema-assay-0.1.0-SNAPSHOT.jar")).isRegularFile();
        assertThat(machine.lamin(project, "migrate", "check")).contains("in sync");
        assertThat(originsOfOwnArtifacts(machine.repository())).isNotEmpty().allMatch(line -> line.endsWith(">="));
    }

    /** A line ends with {@code >id=} where an artifact was fetched from a repository, without id where it was installed. */
    private static List<String> originsOfOwnArtifacts(Path repository) throws IOException {
        try (var files = Files.walk(repository.resolve("io/github/lamin4j"))) {
            return files.filter(file -> file.endsWith("_remote.repositories"))
                    .flatMap(file -> lines(file).stream())
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
