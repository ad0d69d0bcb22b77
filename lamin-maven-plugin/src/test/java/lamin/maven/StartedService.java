package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A Spring Boot service in a process of its own, started from its jar in the folder of the jar's project. */
final class StartedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final Path log;

    private StartedService(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static StartedService of(Path folder, Path jar, List<String> arguments) throws IOException {
        int port = freePort();
        var log = Files.createTempFile(folder, "service", ".log");
        var command = new ArrayList<>(
                List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
        command.addAll(arguments);
        command.add("--server.port=" + port);
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new StartedService(process, port, log);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it prints this. */
    void awaitLog(String text) throws Exception {
        await(text, () -> log().contains(text));
    }

    /** Waits until it says that it is ready to serve. */
    void awaitReadiness() throws Exception {
        await("readiness", () -> isAnswering("/actuator/health/readiness", answer -> answer.statusCode() == 200));
    }

    /** Waits until it serves at all. */
    void awaitAnswer(String path) throws Exception {
        await(path, () -> isAnswering(path, answer -> true));
    }

    boolean isListening() throws Exception {
        return isAnswering("/", answer -> true);
    }

    private boolean isAnswering(String path, Predicate<HttpResponse<String>> expected) throws Exception {
        try {
            return expected.test(http.send(request(path).GET().build(), BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return false;
        }
    }

    private interface Condition {
        boolean isMet() throws Exception;
    }

    private void await(String what, Condition condition) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && process.isAlive(); ) {
            if (condition.isMet()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("waited in vain for " + what + ":\n" + log());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
    }

    String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    String get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** Waits until it ends by itself, and returns what it printed. */
    String end(int exitCode) throws Exception {
        int found = process.waitFor();
        assertThat(found).as(log()).isEqualTo(exitCode);
        return log();
    }

    /** Without any chance to clean up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
