package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import lamin.schema.sql.Jdbc;
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
                    "INSERT INTO lamindb_user (uid, handle, created_at, updated_at) VALUES"
                            + " ('aaaaaaaa', 'ann', '2026-01-02 03:04:05', '2026-01-02 03:04:05')");
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
    void its_tables_are_compared_and_come_under_the_ledger_with_their_rows() {
        System.out.println(succeeds("init", "--storage", "lab", "--name", "lab", "--schema", "bionty", "--existing")
                .out());
        var stamped = cli.run("migrate", "stamp", "--verify");
        System.out.println(stamped.out() + stamped.err());
        assertThat(stamped.exitCode()).isZero();
    }
}
