package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deploy that stops half way. */
class DeployToTest {
    private static final TestModule CORE = TestModule.named("core")
            .then(
                    "core1",
                    op -> op.createTable("lamindb_file")
                            .column("id", int64())
                            .identity()
                            .primaryKey("id"))
            .released("1.0.0")
            .then("core2", op -> op.addColumn("lamindb_file", "name", text()))
            .then("core3", op -> op.renameTable("lamindb_file", "lamindb_artifact"))
            .released("2.0.0");

    private static final TestModule ASSAY = TestModule.named("assay")
            .then("assay1", op -> op.createTable("assay_x").column("x", text()))
            .thenAfter(
                    "assay2",
                    "core2",
                    op -> op.createTable("assay_run")
                            .column("file_id", int64())
                            .foreignKey("file_id")
                            .references("lamindb_file", "id"))
            .then("assay3", op -> op.addColumn("assay_x", "y", text()));

    private static final String VERSIONS = "SELECT name, version FROM lamin_module ORDER BY name";

    @ParameterizedTest
    @EnumSource
    void only_what_the_target_needs_is_applied_in_every_module(Kind kind) {
        try (var database = Database.of(kind)) {
            assertThat(Database.revisions(database.to("assay2", CORE, ASSAY).deploy()))
                    .containsExactly("assay1", "core1", "core2", "assay2");

            assertThat(database.differencesTo(CORE.until("core2"), ASSAY.until("assay2")))
                    .isEmpty();
            assertThat(database.rows(VERSIONS)).containsExactly("assay|1.0.0", "core|1.0.0");
            assertThat(database.to("assay2", CORE, ASSAY).deploy().applied()).isEmpty();
            assertThat(Database.revisions(database.deploy(CORE, ASSAY))).containsExactlyInAnyOrder("assay3", "core3");
            assertThat(database.rows(VERSIONS)).containsExactly("assay|1.0.0", "core|2.0.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_target_that_was_passed_is_refused_with_the_way_back(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(CORE);

            assertThatThrownBy(() -> database.to("core1", CORE).deploy())
                    .hasMessage("module core is past core1")
                    .satisfies(offering(new Downgrade("core1")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_another_module_could_not_follow_is_refused_before_the_first_statement(Kind kind) {
        try (var database = Database.of(kind)) {
            assertThatThrownBy(() -> database.to("core3", CORE, ASSAY).deploy())
                    .hasMessageContaining(
                            "migration assay assay2 (vX.X.X) does not fit: there is no table lamindb_file")
                    .hasMessageContaining("migration core core3 (v2.0.0) changed that table before it")
                    .hasMessageEndingWith("nothing was changed")
                    .satisfies(offering(new Deploy()))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.schema().tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_loss_comes_with_the_run_that_allows_it(Kind kind) {
        try (var database = Database.of(kind)) {
            var dropping = CORE.then("core4", op -> op.dropColumn("lamindb_artifact", "name"));
            database.deploy(CORE);
            database.execute("INSERT INTO lamindb_artifact (name) VALUES ('one')");

            assertThatThrownBy(() -> database.to("core4", dropping).deploy())
                    .satisfies(offering(new AllowDrop(new DeployTo("core4"), List.of("lamindb_artifact.name"))));
        }
    }
}
