package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import lamin.schema.internal.sql.Jdbc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Django has made the tables of core and bionty: those of Python's lamindb 2.12.1, as its SQLite file declares them. */
class DjangoTakeOverTest {
    private Cli cli = Cli.in(Path.of(""));

    @BeforeEach
    void djangoMakesTheTables(@TempDir Path folder) throws IOException, SQLException {
        var root = folder.toRealPath();
        cli = Cli.in(root);
        var file = Files.createDirectories(root.resolve("lab/.lamindb")).resolve("lamin.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (var sql : ddl().lines().toList()) {
                Jdbc.execute(connection, sql);
            }
            Jdbc.execute(
                    connection,
                    "INSERT INTO bionty_organism (name, uid, created_by_id) VALUES ('human', 'aaaaaaaaaaaaaa', 1)");
        }
    }

    private static String ddl() throws IOException {
        try (var resource = DjangoTakeOverTest.class.getResourceAsStream("/lamindb-2.12.1/sqlite-schema.sql")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Cli.Result succeeds(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    @Test
    void its_tables_are_those_that_the_migrations_make() {
        succeeds("init", "--storage", "lab", "--name", "lab", "--schema", "bionty", "--existing");

        succeeds("migrate", "stamp", "--verify");

        assertThat(succeeds("migrate", "status").outLines())
                .containsExactly("bionty 2.5.3: in sync at 898c01a7e5fb", "core 2.12.2: in sync at 46e9dafbd8c0");
        assertThat(cli.sql("lab", "select count(*) from bionty_organism where name = 'human'"))
                .isOne();
    }

    @Test
    void an_index_that_somebody_dropped_comes_with_the_sql_that_makes_it_again() {
        succeeds("init", "--storage", "lab", "--name", "lab", "--schema", "bionty", "--existing");
        cli.sql("lab", "drop index bionty_artifactgene_gene_id_f5d987b3");

        assertThat(cli.run("migrate", "stamp", "--verify", "--module", "bionty").out())
                .contains(
                        "  table bionty_artifactgene: index (gene_id) is missing\n",
                        "    PRAGMA foreign_keys = OFF;\n    BEGIN IMMEDIATE;\n    CREATE INDEX"
                                + " \"bionty_artifactgene_gene_id_idx\" ON \"bionty_artifactgene\" (\"gene_id\");\n"
                                + "    COMMIT;\n");
    }
}
