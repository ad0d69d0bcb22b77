package lamin.testing.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs Python in a folder. The system property {@code lamin.peers.python} names the interpreter of an environment that has
 * the packages of {@code src/peers/requirements.txt}.
 *
 * @param variables environment variables of the process, in addition to those of this one
 */
public record PythonPeer(Path folder, Map<String, String> variables) {
    private static final int PATIENCE_MINUTES = 5;

    /** The exit code of a process and its output on both streams. */
    public record Result(int exitCode, String output) {}

    /** The output of the script on both streams; a failing script fails the test. */
    public String run(String script) throws IOException, InterruptedException {
        var result = call("-c", script);
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output();
    }

    /** Calls the interpreter with these arguments; the call may fail. */
    public Result call(String... arguments) throws IOException, InterruptedException {
        var interpreter = Objects.requireNonNull(
                System.getProperty("lamin.peers.python"), "the property lamin.peers.python names no interpreter");
        var output = Files.createTempFile(folder, "output", ".txt");
        var command = new ArrayList<>(List.of(interpreter));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("not done in time: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(output, UTF_8));
    }
}
