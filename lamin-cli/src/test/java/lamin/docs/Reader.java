package lamin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody who follows a guide: with an empty home, in an empty folder beside a clone of the sources, without a terminal.
 * The {@code lamin} on the path is that of the distribution, the local Maven repository is not the user's.
 */
final class Reader {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final Path DISTRIBUTION = Path.of(System.getProperty("lamin.distribution"));

    private final Path folder;
    private Path workingDirectory;

    /** What a snippet did; errors are printed among the output, as on a terminal. */
    record Outcome(int exitCode, List<String> output) {}

    Reader(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.workingDirectory = Files.createDirectories(this.folder.resolve("work"));
        Files.createDirectories(this.folder.resolve("home"));
        Files.createSymbolicLink(this.folder.resolve("lamin4j"), SOURCES);
    }

    /** Runs a snippet where the one before it ended. */
    Outcome run(Snippet snippet) throws IOException, InterruptedException {
        var input = Files.writeString(folder.resolve("snippet"), snippet.text());
        return switch (snippet.language()) {
            case JAVA -> start(input, "lamin", "shell");
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
        var builder = new ProcessBuilder(resolved(command))
                .directory(workingDirectory.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LAMIN_") || name.startsWith("PG"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("CI", "true");
        environment.put(
                "MAVEN_OPTS",
                "-Dmaven.repo.local=" + Path.of("target/guide-repository").toAbsolutePath());
        environment.merge("PATH", DISTRIBUTION.resolve("bin").toString(), (path, lamin) -> lamin + ":" + path);
        int exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readAllLines(output));
    }

    /** The path of this process, not the new one, is where a process is looked for. */
    private static String[] resolved(String... command) {
        if (command[0].equals("lamin")) {
            command[0] = DISTRIBUTION.resolve("bin/lamin").toString();
        }
        return command;
    }
}
