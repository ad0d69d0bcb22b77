package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lamin.schema.ErrorCode;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestSqlite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that cannot be deployed to stay as they are, and the error says what to do. */
class BrokenFileTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule NEXT =
            BASE.then("next", op -> op.alterColumn("assay_x", "name").defaultValue("x"));

    private final TestSqlite sqlite = TestSqlite.create();
    private final Database database = new Database(sqlite);

    @BeforeEach
    void fill() {
        database.deploy(BASE);
        database.execute("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                INSERT INTO assay_x (name) SELECT 'a name that takes some room' FROM n""");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_disk_that_gets_full_leaves_the_old_state_and_no_other_file() throws IOException {
        var before = DatabaseContent.of(database);
        var deployer = new Deployer(
                () -> {
                    var connection = database.connection();
                    Jdbc.query(connection, "PRAGMA max_page_count = 1", row -> row);
                    return connection;
                },
                List.of(NEXT.chain()),
                Database.AUTHOR,
                Notices.NONE);

        assertThatThrownBy(deployer::deploy)
                .hasMessageContaining("while table assay_x was rebuilt")
                .hasMessageContaining("database or disk is full")
                .hasMessageEndingWith("nothing of it was kept")
                .satisfies(advising("make room on the disk, then try again"))
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);

        assertThat(DatabaseContent.of(database)).isEqualTo(before);
        assertIsAlone(sqlite.file());
        assertThat(database.deploy(NEXT).applied()).hasSize(1);
    }

    @Test
    void a_truncated_file_is_refused_and_kept() throws IOException {
        assertRefused(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void a_file_with_a_bit_flipped_in_its_schema_is_refused_and_kept() throws IOException {
        assertRefused(bytes -> {
            bytes[100] ^= 0x08;
            return bytes;
        });
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_kept() throws IOException {
        assertRefused(bytes -> "no database ".repeat(1000).getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(UnaryOperator<byte[]> damage) throws IOException {
        Path file = sqlite.file();
        Files.write(file, damage.apply(Files.readAllBytes(file)));
        var damaged = Files.readAllBytes(file);

        assertThatThrownBy(() -> database.deploy(NEXT))
                .satisfies(advising("the file was left as it is; put a copy of it in its place"))
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);

        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        assertIsAlone(file);
    }

    private static void assertIsAlone(Path file) {
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }
}
