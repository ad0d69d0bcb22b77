package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The example as its author builds it: with Maven, against what {@code lamin} put into a local repository. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs shell scripts")
class ExampleBuildIT {
    private static final Path TARGET =
            Path.of(System.getProperty("lamin.distribution")).resolveSibling("");
    private static final Path EXAMPLE = Path.of("../examples/lnschema-lamin1");

    @Test
    void maven_builds_the_example_from_what_lamin_installed() throws Exception {
        var folder = Files.createTempDirectory(TARGET, "example-");
        var project = copy(EXAMPLE, folder.resolve("lnschema-lamin1"));
        var repository = Files.createDirectories(folder.resolve("repository"));
        var settings = settings(folder);

        var lamin = TARGET.resolve("lamin4j/bin/lamin").toString();
        assertThat(run(project, folder, repository, lamin, "migrate", "check")).contains("in sync");
        assertThat(repository.resolve("io/github/lamin4j/lnschema-bionty")).isDirectory();

        var maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
        var log = run(project, folder, repository, maven, "-B", "-s", settings.toString(), "package");
        assertThat(log).contains("BUILD SUCCESS");
        assertThat(project.resolve("target/lnschema-lamin1-0.1.0.jar")).isRegularFile();
    }

    /** What this build has fetched already need not be fetched again. */
    private static Path settings(Path folder) throws IOException {
        var fetched = Path.of(System.getProperty("maven.repo.user")).toUri();
        var repository =
                "<%s><id>fetched</id><url>" + fetched + "</url><snapshots><enabled>false</enabled></snapshots></%s>";
        return Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><profiles><profile><id>fetched</id><repositories>"
                        + repository.formatted("repository", "repository")
                        + "</repositories><pluginRepositories>"
                        + repository.formatted("pluginRepository", "pluginRepository")
                        + "</pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>fetched</activeProfile></activeProfiles></settings>");
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

    private static String run(Path directory, Path home, Path repository, String... command) throws Exception {
        var log = home.resolve("log.txt");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
        var exitCode = builder.start().waitFor();
        var output = Files.readString(log);
        assertThat(exitCode).as(output).isZero();
        return output;
    }
}
