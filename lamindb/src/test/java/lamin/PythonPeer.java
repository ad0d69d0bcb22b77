package lamin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs Python in a folder. The system property {@code lamin.peers.python} names the interpreter of an environment that has
 * the packages of {@code src/peers/requirements.txt}.
 *
 * @param variables what the process finds in its environment, besides what this one has
 */
public record PythonPeer(Path folder, Map<String, String> variables) {

    /** What the script printed, on both streams; a script that fails fails the test. */
    public String run(String script) throws IOException, InterruptedException {
        var interpreter = Objects.requireNonNull(
                System.getProperty("lamin.peers.python"), "the property lamin.peers.python names no interpreter");
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(interpreter, "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
