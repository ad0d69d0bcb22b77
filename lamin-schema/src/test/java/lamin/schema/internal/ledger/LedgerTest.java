package lamin.schema.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.module.TableOwners;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
    private static final TestModule ASSAY =
            TestModule.named("assay").then("r1", op -> {}).then("r2", op -> {});
    private static final Script FIRST = ASSAY.scripts().getFirst();
    private static final Script SECOND = ASSAY.scripts().getLast();

    private static void prepare(Ledger ledger) throws SQLException {
        ledger.prepare(List.of(ASSAY.chain().module()));
    }

    private static void advance(Ledger ledger, Script script, Set<String> from) throws SQLException {
        ledger.moveHeads("assay", from, Set.of(script.revision()));
        ledger.writeHistory(
                List.of(new Ledger.Applied(script, Instant.now(), Duration.ofMillis(12))), "tester", "0.1.0");
    }

    @Test
    void the_version_table_is_written_as_alembic_writes_it() throws SQLException {
        try (var database = Database.sqlite();
                var connection = database.connection()) {
            prepare(new Ledger(connection));

            assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'migration_assay'"))
                    .isEqualTo("CREATE TABLE migration_assay (\n\tversion_num VARCHAR(32) NOT NULL, \n"
                            + "\tCONSTRAINT migration_assay_pkc PRIMARY KEY (version_num)\n)");
        }
    }

    @Test
    void postgresql_has_alembics_names_and_types_too() throws SQLException {
        try (var database = Database.postgres();
                var connection = database.connection()) {
            prepare(new Ledger(connection));

            assertThat(database.rows("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                            + " WHERE conrelid = 'migration_assay'::regclass AND contype = 'p'"))
                    .containsExactly("migration_assay_pkc|PRIMARY KEY (version_num)");
            assertThat(database.rows("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                            + " WHERE attrelid = 'migration_assay'::regclass AND attnum > 0"))
                    .containsExactly("character varying(32)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_without_a_ledger_is_fresh(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            assertThat(new Ledger(connection).read()).isEqualTo(LedgerState.EMPTY);
            assertThat(LedgerState.EMPTY.isFresh()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_are_only_called_like_the_ledgers_are_no_part_of_it(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            database.execute(
                    "CREATE TABLE migration_birds (species varchar(10))",
                    "CREATE TABLE migration_cells (version_num varchar(32), note varchar(10))",
                    "CREATE VIEW migration_view AS SELECT 'x' AS version_num",
                    "CREATE TABLE migrationxother (version_num varchar(32))",
                    "CREATE TABLE migration_alembic (version_num varchar(32) PRIMARY KEY)",
                    "INSERT INTO migration_alembic VALUES ('abc')");

            assertThat(new Ledger(connection).read().modules()).containsExactly("alembic");
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_tables_read_from_the_database_equal_their_definitions(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            prepare(new Ledger(connection));
            database.execute(
                    "CREATE TABLE lamin_content (path varchar(10))",
                    "CREATE TABLE lamin_upload (path varchar(10))",
                    "CREATE TABLE lamin_birds (species varchar(10))",
                    "CREATE TABLE migration_birds (species varchar(10))",
                    "CREATE TABLE migration_cells (version_num varchar(32), note varchar(10))");

            assertThat(new Ledger(connection).tables())
                    .containsExactlyInAnyOrder(
                            "lamin_content",
                            "lamin_migration",
                            "lamin_module",
                            "lamin_upload",
                            "lamin_verified",
                            "migration_assay");
            assertThat(TableOwners.of(List.of())
                            .assign(Introspector.read(connection))
                            .tables())
                    .filteredOn(table -> table.module().equals(TableOwners.LEDGER))
                    .extracting(table -> table.name().flat())
                    .containsExactlyInAnyOrder(
                            "lamin_content",
                            "lamin_migration",
                            "lamin_module",
                            "lamin_upload",
                            "lamin_verified",
                            "migration_assay");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_head_moves_and_the_history_stays(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            prepare(ledger);
            advance(ledger, FIRST, Set.of());
            advance(ledger, SECOND, Set.of("r1"));

            assertThat(ledger.read().of("assay")).containsExactly("r2");
            assertThat(ledger.checksums()).containsOnlyKeys("r1", "r2").containsEntry("r1", FIRST.checksums());
            assertThat(database.rows("SELECT module, revision, release, state, applied_by, duration_ms, engine_version"
                            + " FROM lamin_migration ORDER BY revision"))
                    .containsExactly(
                            "assay|r1|vX.X.X|applied|tester|12|0.1.0", "assay|r2|vX.X.X|applied|tester|12|0.1.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void heads_fork_and_join(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            prepare(ledger);

            ledger.moveHeads("assay", Set.of(), Set.of("a", "b", "c"));
            assertThat(ledger.read().of("assay")).containsExactlyInAnyOrder("a", "b", "c");
            ledger.moveHeads("assay", Set.of("a", "b", "c"), Set.of("c", "m"));
            assertThat(ledger.read().of("assay")).containsExactlyInAnyOrder("c", "m");
            ledger.moveHeads("assay", Set.of("c", "m"), Set.of("m", "x", "y"));
            assertThat(ledger.read().of("assay")).containsExactlyInAnyOrder("m", "x", "y");
            ledger.moveHeads("assay", Set.of("m", "x", "y"), Set.of());
            assertThat(ledger.read().of("assay")).isEmpty();
        }
    }

    @Test
    void times_are_utc_text_on_sqlite() throws SQLException {
        try (var database = Database.sqlite();
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            prepare(ledger);
            advance(ledger, FIRST, Set.of());

            assertThat(database.value("SELECT applied_at FROM lamin_migration"))
                    .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_head_that_somebody_else_moved_is_not_moved_again(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            prepare(ledger);
            advance(ledger, FIRST, Set.of());

            assertThatThrownBy(() -> advance(ledger, FIRST, Set.of()))
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);
            database.execute("UPDATE migration_assay SET version_num = 'other'");
            assertThatThrownBy(() -> advance(ledger, SECOND, Set.of("r1")))
                    .hasMessageStartingWith("module assay is no longer at revision r1")
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_mounted_is_noted_once_and_its_version_kept_up_to_date(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            prepare(ledger);
            ledger.mount(ASSAY.chain().module().header());
            ledger.mount(ASSAY.chain().module().header());
            assertThat(ledger.read().mounted())
                    .containsExactlyEntriesOf(Map.of("assay", new MountedModule("1.0.0", "lnschema-assay")));

            ledger.mount(ASSAY.inVersion("1.1.0").chain().module().header());

            assertThat(database.rows("SELECT name, coordinates, version FROM lamin_module"))
                    .containsExactly("assay|lnschema-assay|1.1.0");

            ledger.mount("assay", new MountedModule("1.1.0", "com.example:lnschema-assay"));

            assertThat(database.rows("SELECT coordinates, version FROM lamin_module"))
                    .containsExactly("com.example:lnschema-assay|1.1.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_without_a_revision_is_none(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            database.execute(
                    "CREATE TABLE migration_other (version_num text)", "INSERT INTO migration_other VALUES (NULL)");

            assertThat(new Ledger(connection).read().of("other")).isEmpty();
        }
    }
}
