package lamin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamin.project.AuthorsMachine;
import lamin.project.FetchedArtifacts;

/**
 * Somebody who follows a guide: with an empty home, in an empty folder beside a clone of the sources. The {@code lamin} on
 * the path is that of the distribution, the local Maven repository is not the user's.
 */
final class Reader {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lamin.distribution"));
    private static final Path MAVEN = Path.of(System.getProperty("maven.home"), "bin");

    private static final Map<String, String> GIT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_SYSTEM", "/dev/null",
            "GIT_AUTHOR_NAME", "Ada",
            "GIT_AUTHOR_EMAIL", "ada@example.com",
            "GIT_COMMITTER_NAME", "Ada",
            "GIT_COMMITTER_EMAIL", "ada@example.com");

    private final Path folder;
    private final Map<String, String> variables;
    private Path workingDirectory;

    /** What a snippet did; errors are printed among the output, as on a terminal. */
    record Outcome(int exitCode, List<String> output) {}

    /** One who has set variables of the environment. */
    Reader(Path folder, Map<String, String> variables) throws IOException {
        this.folder = folder.toRealPath();
        this.variables = variables;
        this.workingDirectory = Files.createDirectories(this.folder.resolve("work"));
        FetchedArtifacts.writeSettings(Files.createDirectories(home().resolve(".m2")));
        Files.createSymbolicLink(this.folder.resolve("lamin4j"), SOURCES);
    }

    private Path home() {
        return folder.resolve("home");
    }

    /** Runs a snippet where the one before it ended. */
    Outcome run(Snippet snippet) throws IOException, InterruptedException {
        var input = Files.writeString(folder.resolve("snippet"), snippet.text());
        return switch (snippet.language()) {
            case JAVA -> start(input, "lamin", "shell");
            case CONSOLE ->
                PseudoTerminal.run(builder(PseudoTerminal.command(snippet.text().strip())), snippet.answers());
            case SH -> {
                var end = folder.resolve("end");
                var script = "set -e\ntrap 'pwd > \"" + end + "\"' EXIT\n" + snippet.text();
                var outcome = start(Path.of("/dev/null"), "sh", "-c", script);
                workingDirectory = Path.of(Files.readString(end).strip());
                yield outcome;
            }
        };
    }

    private Outcome start(Path input, String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        int exitCode = builder(resolved(command))
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Outcome(exitCode, Files.readAllLines(output));
    }

    private ProcessBuilder builder(String... command) {
        var builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(LAMIN_(?!TEST_)|PG|GIT|MAVEN).*"));
        environment.put("HOME", home().toString());
        environment.put("CI", "true");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Java asks the system, not HOME, where the home is
        environment.put(
                "MAVEN_OPTS",
                AuthorsMachine.SHORT_LIVED + " -Duser.home=" + home() + " -Dmaven.repo.local="
                        + Path.of("target/guide-repository").toAbsolutePath());
        environment.merge("PATH", DISTRIBUTION.resolve("bin") + ":" + MAVEN, (path, ours) -> ours + ":" + path);
        environment.putAll(GIT);
        environment.putAll(variables);
        return builder;
    }

    /** The path of this process, not the new one, is where a process is looked for. */
    private static String[] resolved(String... command) {
        if (command[0].equals("lamin")) {
            command[0] = DISTRIBUTION.resolve("bin/lamin").toString();
        }
        return command;
    }
}
