package lamin.schema.deploy;

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

    @ParameterizedTest
    @EnumSource
    void a_fresh_database_and_an_upgraded_one_end_equal(Kind kind) {
        try (var fresh = Database.of(kind);
                var upgraded = Database.of(kind)) {
            fresh.deploy(CORE, ASSAY);
            upgraded.deploy(OLD_CORE, OLD_ASSAY);
            upgraded.execute(
                    "INSERT INTO lamindb_file (name) VALUES ('one')", "INSERT INTO assay_run (file_id) VALUES (1)");
            upgraded.deploy(CORE, ASSAY);

            assertThat(upgraded.comparableSchema()).isEqualTo(fresh.comparableSchema());
            assertThat(upgraded.differencesTo(CORE, ASSAY)).isEmpty();
            assertThat(upgraded.rows("SELECT a.name FROM assay_run r JOIN lamindb_artifact a ON a.key = r.file_id"))
                    .containsExactly("one");
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
