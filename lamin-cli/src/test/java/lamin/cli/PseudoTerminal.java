package lamin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command as a process at a terminal, to which a person types: {@code script} of util-linux makes the terminal. */
final class PseudoTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final OutputStream keyboard;
    private final AtomicReference<String> shown = new AtomicReference<>("");
    private final Thread reader;
    private int seen;

    private PseudoTerminal(Process process) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts {@code lamin} with these arguments. */
    static PseudoTerminal lamin(Path directory, Path home, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .filter(entry -> !entry.endsWith(".xml"))
                        .collect(Collectors.joining(File.pathSeparator)),
                "lamin.cli.Main"));
        command.addAll(List.of(arguments));
        var quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        var builder = new ProcessBuilder("script", "-qec", "stty cols 200 rows 50; " + quoted, "/dev/null")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LAMIN_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TERM", "xterm");
        return new PseudoTerminal(builder.start());
    }

    private void read() {
        try (var output = process.inputReader(UTF_8)) {
            var buffer = new char[4096];
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                var part = new String(buffer, 0, count);
                shown.updateAndGet(text -> text + part);
            }
        } catch (IOException ended) {
            // the terminal is gone with the process
        }
    }

    /** Waits until a text is shown after the last one, and returns what was shown before it, without control sequences. */
    String await(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            int found = shown.get().indexOf(text, seen);
            if (found >= 0) {
                var before = shown.get().substring(seen, found);
                seen = found + text.length();
                return plain(before);
            }
            reader.join(50);
        }
        throw new AssertionError("\"" + text + "\" was not shown within " + PATIENCE + " but: " + plain(shown.get()));
    }

    void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(UTF_8));
        keyboard.flush();
    }

    /** Waits for the end of the process. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\r", "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
