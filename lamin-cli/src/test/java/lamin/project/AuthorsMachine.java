package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
    /** A Maven that lives for seconds is busy with the second compiler of the JVM, most of the time. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Path TARGET =
            Path.of(System.getProperty("lamin.distribution")).resolveSibling("");

    public static AuthorsMachine create(String name) throws IOException {
        var machine = new AuthorsMachine(Files.createTempDirectory(TARGET, name + "-"));
        Files.createDirectories(machine.repository());
        FetchedArtifacts.writeSettings(machine.folder());
        return machine;
    }

    /** A copy of a project on this machine, without what was built in it. */
    public Path copyOf(Path project) throws IOException {
        var target = folder.resolve(project.getFileName());
        try (var files = Files.walk(project)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !project.relativize(file).toString().contains("target/"))
                    .toList()) {
                var copy = target.resolve(project.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        return target;
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
        return maven(0, directory, arguments);
    }

    public String maven(int exitCode, Path directory, String... arguments) throws Exception {
        var command = mavenCommand("-B", arguments);
        return run(exitCode, directory, command.removeFirst(), command.toArray(String[]::new));
    }

    /** Maven at a terminal, at which this is typed: {@code script} of util-linux makes the terminal. */
    public String mavenAtTerminal(Path directory, String typed, String... arguments) throws Exception {
        var keyboard = Files.writeString(folder.resolve("typed.txt"), typed);
        return run(
                Redirect.from(keyboard.toFile()),
                0,
                directory,
                "script",
                "-qec",
                String.join(" ", mavenCommand("--no-transfer-progress", arguments)),
                "/dev/null");
    }

    private List<String> mavenCommand(String first, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                first,
                "-s",
                folder.resolve("settings.xml").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private String run(int expected, Path directory, String program, String... arguments) throws Exception {
        return run(Redirect.PIPE, expected, directory, program, arguments);
    }

    private String run(Redirect input, int expected, Path directory, String program, String... arguments)
            throws Exception {
        var log = folder.resolve("log.txt");
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", SHORT_LIVED + " -Dmaven.repo.local=" + repository());
        var exitCode = builder.start().waitFor();
        var output = Files.readString(log);
        assertThat(exitCode).as(output).isEqualTo(expected);
        return output;
    }
}
