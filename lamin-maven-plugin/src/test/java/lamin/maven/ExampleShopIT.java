package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lamin.project.AuthorsMachine;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service of the example with each Spring Boot: built, started from its jar, validated by its Hibernate, and used. */
class ExampleShopIT {
    private static final Path EXAMPLE = Path.of("../examples/shop");
    private static final Duration START = Duration.ofMinutes(2);

    private static AuthorsMachine machine;
    private static Path shop;

    @BeforeAll
    static void makeMachine() throws IOException {
        machine = BuiltArtifacts.machine("example-shop");
        shop = machine.copyOf(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.7", "4.0.7", "4.1.0"})
    void it_saves_reads_changes_and_deletes_on_both_databases(String springBoot) throws Exception {
        assertThat(machine.maven(shop, "clean", "verify", "-Dspring-boot.version=" + springBoot))
                .contains("in sync");

        for (var kind : Kind.values()) {
            try (var database = kind.create()) {
                var settings = settings(database);
                assertThat(run(settings, "--tour", "--server.port=0"))
                        .as("%s", kind)
                        .contains("tour completed", "applied migration catalog", "applied migration orders");
                serve(settings);
            }
        }
    }

    private static List<String> settings(TestDatabase database) {
        return switch (database.kind()) {
            case SQLITE -> List.of("--spring.datasource.url=" + database.jdbcUrl() + "?date_class=text");
            case POSTGRESQL ->
                List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + database.jdbcUrl());
        };
    }

    private static void serve(List<String> settings) throws Exception {
        int port = freePort();
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=" + port);
        var service = start(arguments);
        try (var http = HttpClient.newHttpClient()) {
            var products = URI.create("http://localhost:" + port + "/products");
            await(http, products, service);
            var nail = "{\"sku\":\"N-1\",\"name\":\"Nail\",\"amount\":0.05,\"currency\":\"EUR\"}";
            assertThat(send(http, request(products).POST(BodyPublishers.ofString(nail))))
                    .contains("\"Nail\"");
            var one = URI.create(products + "/N-1");
            assertThat(send(http, request(one).PUT(BodyPublishers.ofString(nail.replace("Nail", "Screw")))))
                    .contains("\"Screw\"");
            assertThat(send(http, request(products).GET())).contains("\"N-1\"", "\"Screw\"");
            send(http, request(one).DELETE());
            assertThat(send(http, request(products).GET())).isEqualTo("[]");
            var actuator = URI.create("http://localhost:" + port + "/actuator/lamin");
            assertThat(send(http, request(actuator).GET())).contains("\"inSync\":true");
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
    }

    private static String send(HttpClient http, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static void await(HttpClient http, URI uri, Process service) throws Exception {
        for (long end = System.nanoTime() + START.toNanos(); System.nanoTime() < end && service.isAlive(); ) {
            try {
                send(http, request(uri).GET());
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the service does not answer:\n" + Files.readString(log()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String run(List<String> settings, String... arguments) throws Exception {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(arguments));
        int exitCode = start(all).waitFor();
        var log = Files.readString(log());
        assertThat(exitCode).as(log).isZero();
        return log;
    }

    private static Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                shop.resolve("app/target/shop.jar").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(machine.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private static Path log() {
        return machine.folder().resolve("service.log");
    }
}
