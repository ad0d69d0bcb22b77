package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.Steps;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A migration that was put before one that a database has already. */
class SkippedMigrationsTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then("base", op -> op.createTable("assay_x").column("id", int64()).primaryKey("id"));

    private static final TestModule MINE = mine(BASE);

    private static final TestModule MERGED = mine(BASE.then("theirs", op -> op.addColumn("assay_x", "theirs", text()))
            .undoneBy(op -> op.dropColumn("assay_x", "theirs")));

    private static TestModule mine(TestModule module) {
        return module.then("mine", op -> op.addColumn("assay_x", "mine", text()))
                .undoneBy(op -> op.dropColumn("assay_x", "mine"));
    }

    @ParameterizedTest
    @EnumSource
    void it_is_not_taken_for_applied_and_after_the_way_back_it_is_deployed(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(MINE);

            assertThatThrownBy(() -> database.deploy(MERGED))
                    .hasMessage("migration assay theirs (vX.X.X) was put before one that this database already has,"
                            + " and never ran here"
                            + "\nnothing was changed")
                    .satisfies(offering(Steps.of(new Downgrade("base"), new Deploy())))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.downgrade("base", MERGED).applied())
                    .extracting(applied -> applied.script().revision())
                    .containsExactly("mine");
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");
            assertThat(database.differencesTo(BASE)).isEmpty();

            assertThat(database.deploy(MERGED).applied()).hasSize(2);
            assertThat(database.differencesTo(MERGED)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_tool_applied_leaves_a_gap_in_the_history_only(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(MERGED);
            database.execute("DELETE FROM lamin_migration WHERE revision = 'theirs'");
            var next = MERGED.then("next", op -> op.addColumn("assay_x", "next", text()));

            assertThat(database.deploy(next).applied()).hasSize(1);
        }
    }
}
