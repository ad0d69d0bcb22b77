package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.project.AuthorsMachine;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service of the example with each Spring Boot: built, started from its jar, validated by its Hibernate, and used. */
class ExampleShopIT {
    private static final Path EXAMPLE = Path.of("../examples/shop");
    private static final String USUAL = "4.0.7";

    private static final Map<String, Path> JARS = new HashMap<>();
    private static AuthorsMachine machine;
    private static Path shop;

    @BeforeAll
    static void makeMachine() throws IOException {
        machine = BuiltArtifacts.machine("example-shop");
        shop = machine.copyOf(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.7", USUAL, "4.1.0"})
    void it_saves_reads_changes_and_deletes_on_both_databases(String springBoot) throws Exception {
        for (var kind : Kind.values()) {
            try (var database = kind.create();
                    var tour = start(springBoot, database, "--tour")) {
                assertThat(tour.end(0))
                        .as("%s", kind)
                        .contains("tour completed", "applied migration catalog", "applied migration orders");
                serve(springBoot, database);
            }
        }
    }

    private static void serve(String springBoot, TestDatabase database) throws Exception {
        try (var service = start(springBoot, database)) {
            service.awaitReadiness();
            var nail = "{\"sku\":\"N-1\",\"name\":\"Nail\",\"amount\":0.05,\"currency\":\"EUR\"}";
            assertThat(service.send(service.request("/products").POST(BodyPublishers.ofString(nail))))
                    .contains("\"Nail\"");
            var one = service.request("/products/N-1");
            assertThat(service.send(one.copy().PUT(BodyPublishers.ofString(nail.replace("Nail", "Screw")))))
                    .contains("\"Screw\"");
            assertThat(service.get("/products")).contains("\"N-1\"", "\"Screw\"");
            service.send(one.copy().DELETE());
            assertThat(service.get("/products")).isEqualTo("[]");
            assertThat(service.get("/actuator/lamin")).contains("\"inSync\":true");
        }
    }

    /** The first migration has run and the second waits for another session when the process is killed: both are undone. */
    @Test
    void of_two_replicas_one_takes_over_when_the_other_is_killed_while_it_deploys() throws Exception {
        try (var database = TestPostgres.create();
                var watcher = database.connection();
                var blocker = database.connection();
                var first = start(USUAL, database);
                var second = start(USUAL, database)) {
            blocker.setAutoCommit(false);
            execute(blocker, "CREATE TABLE customer (id int)");
            long deploying = awaitBlocked(watcher, "Lamin4j deploy");
            var killed = deploying == first.pid() ? first : second;
            var other = deploying == first.pid() ? second : first;
            other.awaitLog("which is deploying");
            assertThat(List.of(first.isListening(), second.isListening())).containsOnly(false);

            killed.kill();
            assertThat(awaitBlocked(watcher, "process " + other.pid())).isEqualTo(other.pid());
            assertThat(other.isListening()).isFalse();
            blocker.rollback();

            other.awaitReadiness();
            assertThat(other.log()).contains("applied migration catalog", "applied migration orders");
            try (var again = start(USUAL, database)) {
                again.awaitReadiness();
                assertThat(again.log()).doesNotContain("applied migration");
                for (var replica : List.of(other, again)) {
                    assertThat(replica.get("/products")).isEqualTo("[]");
                    assertThat(replica.get("/actuator/health")).contains("\"lamin\":{\"status\":\"UP\"}");
                    assertThat(replica.get("/actuator/lamin")).contains("\"inSync\":true");
                }
            }
        }
    }

    /** The process whose deploy waits for a lock. */
    private static long awaitBlocked(Connection connection, String session) throws Exception {
        for (int attempt = 0; attempt < 1200; attempt++) {
            var process = blocked(connection, session);
            if (process.isPresent()) {
                return process.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no deploy waits for a lock");
    }

    private static Optional<Long> blocked(Connection connection, String session) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT substring(application_name FROM 'process (\\d+)')"
                + " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
                + " AND strpos(application_name, ?) > 0")) {
            statement.setString(1, session);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StartedService start(String springBoot, TestDatabase database, String... more) throws Exception {
        var arguments = new ArrayList<>(settings(database));
        arguments.addAll(List.of(more));
        return StartedService.of(machine.folder(), jar(springBoot), arguments);
    }

    private static List<String> settings(TestDatabase database) {
        return switch (database.kind()) {
            case SQLITE -> List.of("--spring.datasource.url=" + database.jdbcUrl() + "?date_class=text");
            case POSTGRESQL ->
                List.of("--spring.profiles.active=postgres", "--spring.datasource.url=" + database.jdbcUrl());
        };
    }

    /** The service, built with this Spring Boot. */
    private static Path jar(String springBoot) throws Exception {
        var jar = machine.folder().resolve("shop-" + springBoot + ".jar");
        if (JARS.putIfAbsent(springBoot, jar) == null) {
            assertThat(machine.maven(shop, "clean", "verify", "-Dspring-boot.version=" + springBoot))
                    .contains("in sync");
            Files.move(shop.resolve("app/target/shop.jar"), jar);
        }
        return jar;
    }
}
