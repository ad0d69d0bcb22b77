package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that point to each other's tables, on a fresh database and on one that was kept up to date. */
class ModulesTogetherTest {
    private static final TestModule OLD_CORE = TestModule.named("core")
            .then(
                    "core1",
                    op -> op.createTable("lamindb_file")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule OLD_ASSAY = TestModule.named("assay")
            .thenAfter(
                    "assay1",
                    "core1",
                    op -> op.createTable("assay_run")
                            .column("id", int64())
                            .identity()
                            .column("file_id", int64())
                            .primaryKey("id")
                            .foreignKey("file_id")
                            .references("lamindb_file", "id"));

    private static final TestModule CORE = OLD_CORE.then("core2", op -> {
        op.renameTable("lamindb_file", "lamindb_artifact");
        op.alterColumn("lamindb_artifact", "id").newName("key");
        op.alterColumn("lamindb_artifact", "name").defaultValue("none");
    });

    private static final TestModule ASSAY = OLD_ASSAY.thenAfter(
            "assay2",
            "core2",
            op -> op.createTable("assay_plate")
                    .column("artifact_id", int64())
                    .foreignKey("artifact_id")
                    .references("lamindb_artifact", "key"));

    private static final String FILES_OF_RUNS =
            "SELECT r.id, r.file_id, a.name FROM assay_run r JOIN lamindb_artifact a ON a.key = r.file_id ORDER BY r.id";

    @ParameterizedTest
    @EnumSource
    void a_fresh_database_and_an_upgraded_one_end_equal(Kind kind) {
        try (var fresh = Database.of(kind);
                var upgraded = Database.of(kind)) {
            fresh.deploy(CORE, ASSAY);
            fill(fresh, "lamindb_artifact");
            upgraded.deploy(OLD_CORE, OLD_ASSAY);
            fill(upgraded, "lamindb_file");
            upgraded.deploy(CORE, ASSAY);

            assertThat(upgraded.comparableSchema()).isEqualTo(fresh.comparableSchema());
            assertThat(upgraded.differencesTo(CORE, ASSAY)).isEmpty();
            assertThat(upgraded.rows(FILES_OF_RUNS)).containsExactly("1|2|two", "2|1|one");
            assertThat(fresh.rows(FILES_OF_RUNS)).isEqualTo(upgraded.rows(FILES_OF_RUNS));
        }
    }

    private static void fill(Database database, String files) {
        database.execute(
                "INSERT INTO " + files + " (name) VALUES ('one'), ('two')",
                "INSERT INTO assay_run (file_id) VALUES (2), (1)");
    }

    @ParameterizedTest
    @EnumSource
    void upgraded_one_after_the_other_they_end_equal_too(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(OLD_CORE, OLD_ASSAY);
            fill(database, "lamindb_file");

            database.deploy(CORE, OLD_ASSAY);
            assertThat(database.differencesTo(CORE, OLD_ASSAY)).isEmpty();
            database.deploy(CORE, ASSAY);

            assertThat(database.differencesTo(CORE, ASSAY)).isEmpty();
            assertThat(database.rows(FILES_OF_RUNS)).containsExactly("1|2|two", "2|1|one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void both_go_back_to_where_they_were_in_turn(Kind kind) {
        try (var database = Database.of(kind)) {
            var core = CORE.undoneBy(op -> {
                op.alterColumn("lamindb_artifact", "name").noDefault();
                op.alterColumn("lamindb_artifact", "key").newName("id");
                op.renameTable("lamindb_artifact", "lamindb_file");
            });
            var assay = ASSAY.undoneBy(op -> op.dropTable("assay_plate"));
            database.deploy(core, assay);
            fill(database, "lamindb_artifact");

            database.downgrade("assay1", core, assay);
            database.downgrade("core1", core, assay);

            assertThat(database.differencesTo(OLD_CORE, OLD_ASSAY)).isEmpty();
            assertThat(database.rows("SELECT r.id, f.name FROM assay_run r JOIN lamindb_file f ON f.id = r.file_id"
                            + " ORDER BY r.id"))
                    .containsExactly("1|two", "2|one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_was_written_against_the_old_table_is_refused_after_the_rename(Kind kind) {
        try (var database = Database.of(kind)) {
            var late = OLD_ASSAY.thenAfter(
                    "late",
                    "core1",
                    op -> op.createTable("assay_plate")
                            .column("file_id", int64())
                            .foreignKey("file_id")
                            .references("lamindb_file", "id"));
            database.deploy(CORE, OLD_ASSAY);

            assertThatThrownBy(() -> database.deploy(CORE, late))
                    .hasMessage("migration assay late (vX.X.X) does not fit: there is no table lamindb_file"
                            + "\nmigration core core2 (vX.X.X) changed that table before it")
                    .satisfies(advising(
                            "install a version of lnschema-assay that was made for revision core2 of lnschema-core"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(CORE, OLD_ASSAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_was_written_against_the_new_table_is_refused_before_the_rename(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(OLD_CORE, OLD_ASSAY);

            assertThatThrownBy(() -> database.deploy(OLD_CORE, ASSAY))
                    .hasMessage("assay assay2 (vX.X.X) requires revision core2, which no mounted module provides")
                    .satisfies(advising("install a later version of lnschema-core (installed: 1.0.0)"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
            assertThat(database.differencesTo(OLD_CORE, OLD_ASSAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_that_the_other_module_still_points_to_does_not_go(Kind kind) {
        try (var database = Database.of(kind)) {
            var dropping = OLD_CORE.then("dropping", op -> op.dropTable("lamindb_file"));
            database.deploy(OLD_CORE, OLD_ASSAY);

            assertThatThrownBy(() -> database.deploy(dropping, OLD_ASSAY))
                    .hasMessageContaining("migration core dropping (vX.X.X) does not fit: table lamindb_file cannot go")
                    .hasMessageContaining("\nmigration assay assay1 (vX.X.X) made what points to it")
                    .satisfies(advising(
                            "install a version of lnschema-assay that was made for revision dropping of lnschema-core"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(OLD_CORE, OLD_ASSAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_is_mounted_too_late_is_refused_before_the_first_statement(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(CORE);

            assertThatThrownBy(() -> database.deploy(CORE, ASSAY))
                    .hasMessageContaining("assay assay1 (vX.X.X) does not fit: there is no table lamindb_file")
                    .hasMessageContaining("core core2 (vX.X.X)")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(CORE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void branches_that_were_joined_leave_one_head(Kind kind) {
        try (var database = Database.of(kind)) {
            var joined = OLD_CORE.after(List.of("core1"), "east", op -> op.addColumn("lamindb_file", "east", text()))
                    .after(List.of("core1"), "west", op -> op.addColumn("lamindb_file", "west", text()))
                    .after(List.of("east", "west"), "both", op -> {});

            database.deploy(OLD_CORE);
            database.deploy(joined);

            assertThat(database.rows("SELECT version_num FROM migration_core")).containsExactly("both");
            assertThat(database.differencesTo(joined)).isEmpty();
            assertThat(database.deploy(joined).applied()).isEmpty();
        }
    }
}
