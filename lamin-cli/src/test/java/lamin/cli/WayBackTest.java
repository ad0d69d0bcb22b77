package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A NOT NULL column is dropped: what do rows hold in it when the migration is undone? */
class WayBackTest {
    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void createVial(@TempDir Path folder) throws IOException {
        example = Example.in(folder);
        cli = example.cli();
        vial("@Column(length = 9, nullable = false) String code;");
        succeeds("migrate", "create");
    }

    private void vial(String fields) throws IOException {
        Files.writeString(example.scripts().resolve("../../Vial.java").normalize(), """
                package lnschema_lamin1;

                import jakarta.persistence.*;

                @Entity
                public class Vial {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    %s
                }
                """.formatted(fields));
    }

    private void succeeds(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private void init(String name, String... more) {
        var arguments = new ArrayList<>(List.of("init", "--storage", "../" + name, "--name", name));
        arguments.addAll(List.of(more));
        succeeds(arguments.toArray(String[]::new));
    }

    private Path newest() throws IOException {
        try (var files = Files.list(example.scripts())) {
            return files.filter(file -> file.toString().endsWith("_vx_x_x.java"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    @Test
    void create_asks_for_the_value_and_the_downgrade_works_on_both_databases() throws IOException {
        try (var postgres = TestPostgres.create()) {
            init("lite");
            init("server", "--db", postgres.url());
            vial("");
            var undecided = cli.run("migrate", "create", "--drop", "lamin1_vial.code");
            assertThat(undecided.exitCode()).isEqualTo(4);
            assertThat(undecided.err())
                    .contains("the downgrade brings lamin1_vial.code back as NOT NULL", "--fill lamin1_vial.code=SQL");

            succeeds("migrate", "create", "--drop", "lamin1_vial.code", "--fill", "lamin1_vial.code='none'");
            succeeds("migrate", "check");
            for (var instance : List.of("lite", "server")) {
                cli.sql(instance, "insert into lamin1_vial (code) values ('a'), ('b')");
                succeeds("migrate", "deploy", "--instance", instance, "--allow-drop", "lamin1_vial.code");
                var head = newest().getFileName().toString().split("_", -1)[3];
                succeeds("migrate", "downgrade", parent(head), "--instance", instance, "--yes");
                assertThat(cli.sql(instance, "select count(*) from lamin1_vial where code = 'none'"))
                        .isEqualTo(2);
            }
        }
    }

    private String parent(String revision) throws IOException {
        var text = Files.readString(newest());
        assertThat(text).contains("id = \"" + revision + "\"");
        return text.replaceAll("(?s).*down = \"(\\w+)\".*", "$1");
    }

    @Test
    void a_person_gives_the_value_or_closes_the_way_back() throws IOException {
        vial("");
        var closed = cli.runAnswering(List.of("y", ""), "migrate", "create");
        assertThat(closed.exitCode()).as(closed.err()).isZero();
        assertThat(Files.readString(newest()))
                .contains("op.irreversible(\"the values of lamin1_vial.code are gone\");");
        succeeds("migrate", "check");
    }

    @Test
    void check_refuses_a_downgrade_without_the_value_and_prints_where_it_goes() throws IOException {
        vial("");
        succeeds("migrate", "generate");
        var script = newest();
        var check = cli.run("migrate", "check");
        assertThat(check.outLines())
                .contains("op.dropColumn(\"lamin1_vial\", \"code\");")
                .anyMatch(line ->
                        line.startsWith("op.addColumn(\"lamin1_vial\", \"code\", string(9)).notNull().fill(\"TODO"));

        var text = Files.readString(script);
        var pasted = text.replaceFirst(
                        "(upgrade\\(Operations op\\) \\{)", "$1 op.dropColumn(\"lamin1_vial\", \"code\"); ")
                .replaceFirst(
                        "(downgrade\\(Operations op\\) \\{)",
                        "$1 op.addColumn(\"lamin1_vial\", \"code\", string(9)).notNull(); ");
        Files.writeString(script, pasted);
        var refused = cli.run("migrate", "check");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.out())
                .contains("the downgrade brings column lamin1_vial.code back as NOT NULL without a value");
        Files.writeString(script, pasted.replace(".notNull()", ".notNull().fill(\"'none'\")"));
        succeeds("migrate", "check");
    }
}
