package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.RowHash;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Django has made the tables of core and bionty: those of Python's lamindb 2.12.1, as its two databases declare them. */
class DjangoTakeOverTest {
    /** LaminDB's checks on PostgreSQL call functions, which these stand for. */
    private static final List<String> FUNCTIONS = Stream.of(
                    "feature_type(integer)",
                    "project_type(integer)",
                    "record_type(integer, boolean)",
                    "reference_type(integer)",
                    "schema_type(integer)",
                    "ulabel_type(integer)")
            .map(function -> "CREATE FUNCTION is_valid_" + function + " RETURNS boolean LANGUAGE sql AS 'SELECT true'")
            .toList();

    @TempDir
    Path folder;

    private Cli cli() throws IOException {
        return Cli.in(folder.toRealPath());
    }

    private Path file() throws IOException {
        return Files.createDirectories(folder.toRealPath().resolve("lab/.lamindb"))
                .resolve("lamin.db");
    }

    private static void djangoMakesTheTables(Connection connection, String schema) throws IOException, SQLException {
        try (var resource = DjangoTakeOverTest.class.getResourceAsStream("/lamindb-2.12.1/" + schema)) {
            for (var sql : new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Jdbc.execute(connection, sql);
            }
        }
        Jdbc.execute(
                connection,
                "INSERT INTO bionty_organism (name, uid, created_by_id, created_at, updated_at, is_locked)"
                        + " VALUES ('human', 'aaaaaaaaaaaaaa', 1, '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678', '0')");
    }

    private void onSqlite() throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            djangoMakesTheTables(connection, "sqlite-schema.sql");
        }
    }

    private static Cli.Result succeeds(Cli cli, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    private static Cli initialized(Cli cli, String... options) {
        var init = Stream.of("init", "--storage", "lab", "--name", "lab", "--schema", "bionty", "--existing");
        succeeds(cli, Stream.concat(init, Stream.of(options)).toArray(String[]::new));
        return cli;
    }

    @ParameterizedTest
    @EnumSource
    void its_tables_are_those_that_the_migrations_make_and_no_value_changes(Kind kind)
            throws IOException, SQLException {
        try (var postgres = TestPostgres.create()) {
            var cli = cli();
            if (kind == Kind.SQLITE) {
                onSqlite();
                initialized(cli);
            } else {
                try (var connection = postgres.connection()) {
                    for (var function : FUNCTIONS) {
                        Jdbc.execute(connection, function);
                    }
                    // the rows that it references come with the stamp
                    Jdbc.execute(connection, "SET session_replication_role = replica");
                    djangoMakesTheTables(connection, "postgresql-schema.sql");
                }
                initialized(cli, "--db", postgres.url());
            }
            var before = cli.database("lab").read(RowHash::of);

            succeeds(cli, "migrate", "stamp", "--verify");

            assertThat(succeeds(cli, "migrate", "status").outLines())
                    .containsExactly("bionty 2.5.3: in sync at 898c01a7e5fb", "core 2.12.2: in sync at 46e9dafbd8c0");
            assertThat(bionty(cli.database("lab").read(before::again))).isEqualTo(bionty(before));
        }
    }

    private static Map<String, String> bionty(RowHash rows) {
        return rows.hashes().subMap("bionty_", "bionty~");
    }

    @Test
    void an_index_that_somebody_dropped_comes_with_the_sql_that_makes_it_again() throws IOException, SQLException {
        onSqlite();
        var cli = initialized(cli());
        cli.sql("lab", "drop index bionty_artifactgene_gene_id_f5d987b3");

        assertThat(cli.run("migrate", "stamp", "--verify", "--module", "bionty").out())
                .contains(
                        "  table bionty_artifactgene: index (gene_id) is missing\n",
                        "    PRAGMA foreign_keys = OFF;\n    BEGIN IMMEDIATE;\n    CREATE INDEX"
                                + " \"bionty_artifactgene_gene_id_idx\" ON \"bionty_artifactgene\" (\"gene_id\");\n"
                                + "    COMMIT;\n");
    }
}
