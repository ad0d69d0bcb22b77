package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A many-to-many collection points to another entity: its old links are no links to that. */
class OtherLinksTest {
    @Test
    void the_old_links_are_asked_about_and_counted_on_both_databases(@TempDir Path folder) throws IOException {
        var example = Example.in(folder);
        var cli = example.cli();
        vial(example, "Treatment");
        succeeds(cli, "migrate", "create");
        try (var postgres = TestPostgres.create()) {
            for (var database : List.of(List.of("lite"), List.of("server", "--db", postgres.url()))) {
                var arguments = new ArrayList<>(List.of("init", "--storage", "../" + database.getFirst(), "--name"));
                arguments.addAll(database);
                succeeds(cli, arguments.toArray(String[]::new));
                cli.sql(database.getFirst(), "insert into lamin1_vial (code) values ('v')");
                cli.sql(
                        database.getFirst(),
                        "insert into lamin1_treatment (uid, name, created_by_id) select 't', 'heat', min(id)"
                                + " from lamindb_user");
                cli.sql(
                        database.getFirst(),
                        "insert into lamin1_vial_marks (vial_id, treatment_id) select v.id, t.id"
                                + " from lamin1_vial v, lamin1_treatment t");
            }
            vial(example, "Experiment");
            var undecided = cli.run("migrate", "create");
            assertThat(undecided.exitCode()).isEqualTo(4);
            assertThat(undecided.err()).contains("--drop lamin1_vial_marks").doesNotContain("--fill");
            succeeds(cli, "migrate", "create", "--drop", "lamin1_vial_marks");
            succeeds(cli, "migrate", "check");

            for (var instance : List.of("lite", "server")) {
                var refused = cli.run("migrate", "deploy", "--instance", instance);
                assertThat(refused.exitCode()).isEqualTo(4);
                assertThat(refused.err()).contains("lamin1_vial_marks, which holds 1 row");
                succeeds(cli, "migrate", "deploy", "--instance", instance, "--allow-drop", "lamin1_vial_marks");
                succeeds(cli, "migrate", "check", "--instance", instance);
                assertThat(cli.sql(instance, "select count(experiment_id) from lamin1_vial_marks"))
                        .isZero();
            }
        }
    }

    private static void vial(Example example, String target) throws IOException {
        Files.writeString(example.scripts().resolve("../../Vial.java").normalize(), """
                package lnschema_lamin1;

                import jakarta.persistence.*;

                @Entity
                public class Vial {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    @Column(length = 9) String code;
                    @ManyToMany java.util.Set<%s> marks;
                }
                """.formatted(target));
    }

    private static void succeeds(Cli cli, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }
}
