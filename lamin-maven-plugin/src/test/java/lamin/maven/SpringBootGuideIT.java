package lamin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.maven.ProjectGuide.Command;
import lamin.maven.ProjectGuide.Edit;
import lamin.project.AuthorsMachine;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The guide to Spring Boot, followed from an empty folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its commands are written for sh")
class SpringBootGuideIT {
    private static final Path PAGE = Path.of("../docs/guide/spring-boot.md");
    private static final String DATABASE = "jdbc:postgresql://localhost/shop";

    @Test
    void every_command_prints_what_the_guide_says() throws Exception {
        try (var database = TestPostgres.create();
                var reader = new Reader(BuiltArtifacts.machine("spring-boot"), database.jdbcUrl())) {
            for (var part : ProjectGuide.of(PAGE).parts()) {
                switch (part) {
                    case Edit edit -> reader.write(edit);
                    case Command command -> reader.run(command);
                }
            }
            for (var peer : Peer.values()) {
                servesAfterTwoMigrationsOf(peer, reader);
            }
        }
    }

    /** What the guide counts is what works: Hibernate accepts the tables of other tools, and they keep the rows. */
    private static void servesAfterTwoMigrationsOf(Peer peer, Reader reader) throws Exception {
        var service = Files.createDirectories(reader.machine.folder().resolve(peer.name()));
        try (var database = TestPostgres.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            peer.copy(1, service);
            peer.migrate(service, database.jdbcUrl());
            statement.execute("INSERT INTO customer (id, name) VALUES (1000, 'Grace')");
            peer.copy(2, service);
            peer.migrate(service, database.jdbcUrl());
            try (var rows = statement.executeQuery("SELECT full_name FROM customer")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Grace");
            }

            var arguments = List.of(
                    "--lamin.enabled=false",
                    "--spring.main.web-application-type=none",
                    "--spring.datasource.url=" + database.jdbcUrl());
            try (var started = StartedService.of(reader.folder, reader.builds.get(1), arguments)) {
                assertThat(started.end(0)).as(peer.name()).contains("customers: 2");
            }
        }
    }

    /** Somebody with Maven, an empty folder, and a database. */
    private static final class Reader implements AutoCloseable {
        private final AuthorsMachine machine;
        private final Path folder;
        private final String jdbcUrl;
        private final List<StartedService> started = new ArrayList<>();
        private final List<Path> builds = new ArrayList<>();

        Reader(AuthorsMachine machine, String jdbcUrl) throws IOException {
            this.machine = machine;
            this.folder = Files.createDirectories(machine.folder().resolve("shop"));
            this.jdbcUrl = jdbcUrl;
        }

        void write(Edit edit) throws IOException {
            new Edit(edit.section(), edit.file(), edit.isAddition(), edit.text().replace(DATABASE, jdbcUrl))
                    .apply(folder);
        }

        void run(Command command) throws Exception {
            var words = new ArrayList<>(List.of(command.line().split(" ")));
            var output = switch (words.removeFirst()) {
                case "mvn" -> maven(command, words);
                case "java" -> start(command, words);
                case "curl" ->
                    started.getLast()
                            .get(words.getLast().substring(words.getLast().indexOf('/')));
                default -> throw new IllegalArgumentException(command.line());
            };
            assertThat(output)
                    .as("line %d: %s", command.snippet().line(), command.line())
                    .matches(
                            found -> command.snippet().expects(found.lines().toList()),
                            String.join("\n", command.snippet().expected()));
        }

        private String maven(Command command, List<String> words) throws Exception {
            close();
            boolean fails = isExpected(command, "BUILD FAILURE");
            var output = machine.maven(fails ? 1 : 0, folder, words.toArray(String[]::new));
            if (!fails) {
                builds.add(Files.copy(
                        folder.resolve("target/shop.jar"), folder.resolve("build-" + builds.size() + ".jar")));
            }
            return output;
        }

        private String start(Command command, List<String> words) throws Exception {
            close();
            var jar = folder.resolve(words.get(1));
            var service = StartedService.of(folder, jar, words.subList(2, words.size()));
            started.add(service);
            if (isExpected(command, "APPLICATION FAILED TO START")) {
                return service.end(1);
            }
            service.awaitReadiness();
            return service.log();
        }

        private static boolean isExpected(Command command, String words) {
            return command.snippet().expected().stream().anyMatch(line -> line.contains(words));
        }

        @Override
        public void close() {
            started.forEach(StartedService::close);
            started.clear();
        }
    }
}
