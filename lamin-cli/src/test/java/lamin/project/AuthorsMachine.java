package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine of somebody who writes modules: the distribution, Maven, an empty home and an empty local repository.
 *
 * @param folder for everything of this machine; the home too
 */
public record AuthorsMachine(Path folder) {
    private static final Path TARGET =
            Path.of(System.getProperty("lamin.distribution")).resolveSibling("");

    public static AuthorsMachine create(String name) throws IOException {
        var machine = new AuthorsMachine(Files.createTempDirectory(TARGET, name + "-"));
        Files.createDirectories(machine.repository());
        FetchedArtifacts.writeSettings(machine.folder());
        return machine;
    }

    public Path repository() {
        return folder.resolve("repository");
    }

    public String lamin(Path directory, String... arguments) throws Exception {
        return lamin(0, directory, arguments);
    }

    public String lamin(int exitCode, Path directory, String... arguments) throws Exception {
        return run(exitCode, directory, TARGET.resolve("lamin4j/bin/lamin").toString(), arguments);
    }

    public String maven(Path directory, String... arguments) throws Exception {
        var command = new ArrayList<>(
                List.of("-B", "-s", folder.resolve("settings.xml").toString()));
        command.addAll(List.of(arguments));
        var maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
        return run(0, directory, maven, command.toArray(String[]::new));
    }

    private String run(int expected, Path directory, String program, String... arguments) throws Exception {
        var log = folder.resolve("log.txt");
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository());
        var exitCode = builder.start().waitFor();
        var output = Files.readString(log);
        assertThat(exitCode).as(output).isEqualTo(expected);
        return output;
    }
}
