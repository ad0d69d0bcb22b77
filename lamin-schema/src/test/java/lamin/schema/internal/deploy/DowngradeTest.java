package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.MountModule;
import lamin.schema.Remedy.Steps;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way back through a chain. */
class DowngradeTest {
    private static final TestModule FIRST = TestModule.named("assay")
            .then(
                    "first",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"))
            .undoneBy(op -> op.dropTable("assay_x"))
            .released("1.0.0");

    private static final TestModule SECOND = FIRST.then("second", op -> op.addColumn("assay_x", "extra", text()))
            .undoneBy(op -> op.dropColumn("assay_x", "extra"))
            .released("1.1.0");

    private static final TestModule THIRD = SECOND.then(
                    "third", op -> op.alterColumn("assay_x", "name").newName("title"))
            .undoneBy(op -> op.alterColumn("assay_x", "title").newName("name"))
            .released("2.0.0");

    private static final String HEADS = "SELECT version_num FROM migration_assay ORDER BY 1";
    private static final String MOUNTED = "SELECT version FROM lamin_module WHERE name = 'assay'";

    @ParameterizedTest
    @EnumSource
    void the_last_migration_is_undone_first_and_earlier_ones_stay(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(THIRD);
            database.execute("INSERT INTO assay_x (title) VALUES ('one')");

            assertThat(Database.revisions(database.backTo("first", THIRD).deploy()))
                    .containsExactly("third", "second");

            assertThat(database.differencesTo(FIRST)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one");
            assertThat(database.rows(HEADS)).containsExactly("first");
            assertThat(database.rows("SELECT revision FROM lamin_migration")).containsExactly("first");
        }
    }

    @ParameterizedTest
    @EnumSource
    void before_the_first_migration_nothing_of_the_module_is_left_and_it_can_be_deployed_again(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(THIRD);

            database.downgrade("assay@base", THIRD);

            assertThat(database.schema().tables()).isEmpty();
            assertThat(database.rows(HEADS)).isEmpty();
            assertThat(database.rows("SELECT revision FROM lamin_migration")).isEmpty();
            assertThat(database.deploy(THIRD).applied()).hasSize(3);
            assertThat(database.differencesTo(THIRD)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_is_nothing_to_undo_where_it_is_already(Kind kind) {
        try (var database = Database.of(kind)) {
            assertThat(database.backTo("assay@base", THIRD).deploy().applied()).isEmpty();
            database.deploy(THIRD);
            assertThat(database.backTo("third", THIRD).deploy().applied()).isEmpty();
            assertThat(database.rows(MOUNTED)).containsExactly("2.0.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_version_is_that_of_the_newest_release_that_is_still_applied(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(THIRD);

            database.downgrade("second", THIRD);
            assertThat(database.rows(MOUNTED)).containsExactly("1.1.0");
            assertThat(database.deploy(SECOND).applied()).isEmpty();
            database.downgrade("assay@base", SECOND);
            assertThat(database.rows(MOUNTED)).containsExactly("0.0.0");
            database.deploy(THIRD);
            assertThat(database.rows(MOUNTED)).containsExactly("2.0.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_target_that_is_not_reached_yet_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(FIRST);

            assertThatThrownBy(() -> database.backTo("second", THIRD).deploy())
                    .hasMessage("module assay is not at or past second")
                    .satisfies(offering(new DeployTo("second")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_holds_data_goes_only_when_it_is_named_as_it_is_called_now(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = THIRD.then("renamed", op -> op.renameTable("assay_x", "assay_y"))
                    .undoneBy(op -> op.renameTable("assay_y", "assay_x"));
            database.deploy(module);
            database.execute("INSERT INTO assay_y (title, extra) VALUES ('one', 'a'), ('two', NULL)");

            assertThatThrownBy(() -> database.backTo("first", module).deploy())
                    .hasMessage(
                            "undoing migration assay second (v1.1.0) drops column assay_y.extra, which holds 1 value,"
                                    + " for example a"
                                    + "\nnothing was changed")
                    .satisfies(offering(new AllowDrop(new Downgrade("first"), List.of("assay_y.extra"))))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(module)).isEmpty();

            database.backTo("first", module)
                    .allowingDrops(Set.of("assay_y.extra"))
                    .deploy();
            assertThat(database.differencesTo(FIRST)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one", "2|two");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_way_back_is_refused_with_its_reason_before_anything_runs(Kind kind) {
        try (var database = Database.of(kind)) {
            var closed = SECOND.then("closed", op -> op.execute("UPDATE assay_x SET name = upper(name)"))
                    .undoneBy(op -> op.irreversible("nobody knows the small letters"))
                    .then("after", op -> op.createIndex("assay_x", "name"))
                    .undoneBy(op -> op.dropIndex("assay_x", "assay_x_name_idx"));
            database.deploy(closed);

            assertThatThrownBy(() -> database.backTo("first", closed).deploy())
                    .hasMessage("migration assay closed (vX.X.X) cannot be undone: nobody knows the small letters"
                            + "\nnothing was changed")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(closed)).isEmpty();
            assertThat(database.downgrade("closed", closed).applied()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_way_back_that_nobody_wrote_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            var forgotten = FIRST.then("forgotten", op -> op.addColumn("assay_x", "extra", text()));
            database.deploy(forgotten);

            assertThatThrownBy(() -> database.backTo("first", forgotten).deploy())
                    .hasMessageStartingWith("migration assay forgotten (vX.X.X) cannot be undone: it changes tables and"
                            + " its downgrade is empty");
        }
    }

    private static TestModule secondThat(String adds, String drops) {
        return FIRST.then("second", op -> op.addColumn("assay_x", adds, text()))
                .undoneBy(op -> op.dropColumn("assay_x", drops));
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_migration_is_not_undone(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SECOND);

            for (var edited : List.of(
                    secondThat("another", "another"),
                    secondThat("another", "another").released("1.1.0"),
                    FIRST.then("second", op -> {}).released("1.1.0"))) {
                assertThatThrownBy(() -> database.downgrade("first", edited))
                        .hasMessage("migration assay second ("
                                + edited.scripts().getLast().info().release()
                                + ") was changed after it had been applied to this database\nnothing was changed")
                        .extracting("code")
                        .isEqualTo(ErrorCode.REFUSED);
            }

            assertThat(database.rows(HEADS)).containsExactly("second");
            assertThat(database.differencesTo(SECOND)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_way_back_may_be_written_later_as_long_as_no_release_has_the_migration(Kind kind) {
        try (var database = Database.of(kind)) {
            var open = FIRST.then("second", op -> op.addColumn("assay_x", "extra", text()));
            var written = open.undoneBy(op -> op.dropColumn("assay_x", "extra"));
            database.deploy(open);

            assertThatThrownBy(() -> database.downgrade("first", written.released("1.1.0")))
                    .hasMessageStartingWith("the downgrade of migration assay second (v1.1.0) was changed");

            assertThat(database.downgrade("first", written).applied()).hasSize(1);
            assertThat(database.differencesTo(FIRST)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_stays_must_be_as_it_was_applied(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(THIRD);
            var edited = secondThat("another", "extra")
                    .then("third", op -> op.alterColumn("assay_x", "name").newName("title"))
                    .undoneBy(op -> op.alterColumn("assay_x", "title").newName("name"));

            assertThatThrownBy(() -> database.downgrade("second", edited))
                    .hasMessageStartingWith("migration assay second (vX.X.X) was changed after");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_required_column_comes_back_only_with_values_for_the_rows(Kind kind) {
        try (var database = Database.of(kind)) {
            var dropped = FIRST.then("dropped", op -> op.dropColumn("assay_x", "name"));
            var bare = dropped.undoneBy(
                    op -> op.addColumn("assay_x", "name", text()).notNull());
            database.deploy(bare);
            database.execute("INSERT INTO assay_x (id) VALUES (1), (2)");

            assertThatThrownBy(() -> database.backTo("first", bare).deploy())
                    .hasMessage("2 rows of assay_x have no value for column name, which undoing migration assay dropped"
                            + " (vX.X.X) makes NOT NULL\nnothing was changed")
                    .satisfies(offering(
                            new Advice("give the column a default, or state what to write there: .fill(\"SQL\")")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            var filled = dropped.undoneBy(
                    op -> op.addColumn("assay_x", "name", text()).notNull().fill("'?'"));
            database.backTo("first", filled).deploy();
            assertThat(database.rows("SELECT name FROM assay_x")).containsExactly("?", "?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_was_allowed_to_be_empty_becomes_required_again_only_without_empty_values(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = TestModule.named("assay")
                    .then(
                            "base",
                            op -> op.createTable("assay_x")
                                    .column("name", text())
                                    .notNull())
                    .then("empty", op -> op.alterColumn("assay_x", "name").nullable(true))
                    .undoneBy(op -> op.alterColumn("assay_x", "name").nullable(false));
            database.deploy(module);
            database.execute("INSERT INTO assay_x VALUES ('one'), (NULL)");

            assertThatThrownBy(() -> database.backTo("base", module).deploy())
                    .hasMessageContaining("1 rows of assay_x have no value for column name");

            database.execute("DELETE FROM assay_x WHERE name IS NULL");
            database.backTo("base", module).deploy();
            assertThat(database.differencesTo(module.until("base"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void joined_branches_come_apart_and_only_the_target_is_left(Kind kind) {
        try (var database = Database.of(kind)) {
            var joined = FIRST.after(List.of("first"), "east", op -> op.addColumn("assay_x", "east", text()))
                    .undoneBy(op -> op.dropColumn("assay_x", "east"))
                    .after(List.of("first"), "west", op -> op.addColumn("assay_x", "west", text()))
                    .undoneBy(op -> op.dropColumn("assay_x", "west"))
                    .after(List.of("east", "west"), "both", op -> {})
                    .then("last", op -> op.addColumn("assay_x", "last", text()))
                    .undoneBy(op -> op.dropColumn("assay_x", "last"));
            database.deploy(joined);

            assertThat(Database.revisions(database.backTo("both", joined).deploy()))
                    .containsExactly("last");
            assertThat(database.rows(HEADS)).containsExactly("both");
            assertThat(Database.revisions(database.backTo("west", joined).deploy()))
                    .containsExactly("both", "east");
            assertThat(database.rows(HEADS)).containsExactly("west");
            assertThat(Database.revisions(database.deploy(joined))).containsExactly("east", "both", "last");
            assertThat(Database.revisions(database.backTo("first", joined).deploy()))
                    .containsExactly("last", "both", "west", "east");
            assertThat(database.rows(HEADS)).containsExactly("first");
            assertThat(database.differencesTo(FIRST)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_module_depends_on_stays_until_that_is_undone(Kind kind) {
        try (var database = Database.of(kind)) {
            var lab = TestModule.named("lab")
                    .thenAfter(
                            "lab1",
                            "second",
                            op -> op.createTable("lab_y")
                                    .column("x_id", int64())
                                    .foreignKey("x_id")
                                    .references("assay_x", "id"))
                    .undoneBy(op -> op.dropTable("lab_y"));
            database.deploy(SECOND, lab);

            assertThatThrownBy(() -> database.backTo("first", SECOND, lab).deploy())
                    .hasMessage("migration assay second (v1.1.0) cannot be undone while migration lab lab1 (vX.X.X)"
                            + " depends on it\nnothing was changed")
                    .satisfies(offering(Steps.of(new Downgrade("lab@base"), new Downgrade("first"))))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(SECOND, lab)).isEmpty();

            database.downgrade("lab@base", SECOND, lab);
            database.downgrade("first", SECOND, lab);
            assertThat(database.differencesTo(FIRST)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_that_another_module_points_to_without_saying_so_stays(Kind kind) {
        try (var database = Database.of(kind)) {
            var lab = TestModule.named("lab")
                    .then(
                            "lab1",
                            op -> op.createTable("lab_y")
                                    .column("x_id", int64())
                                    .foreignKey("x_id")
                                    .references("assay_x", "id"));
            database.deploy(FIRST, lab);

            assertThatThrownBy(() -> database.backTo("assay@base", FIRST, lab).deploy())
                    .hasMessageContaining(
                            "undoing migration assay first (v1.0.0) does not fit: table assay_x cannot go")
                    .hasMessageContaining("migration lab lab1 (vX.X.X) made what points to it")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(FIRST, lab)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_whose_code_is_not_here_may_depend_on_what_would_go(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(FIRST, TestModule.named("lab").then("lab1", op -> {}));

            assertThatThrownBy(() -> database.backTo("assay@base", FIRST).deploy())
                    .hasMessageContaining("the database has module lab, whose code is not installed")
                    .satisfies(offering(InstallModule.named("lab"), new MountModule("lab")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_ahead_is_not_touched(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(THIRD);

            assertThatThrownBy(() -> database.backTo("first", SECOND).deploy())
                    .satisfies(offering(new InstallModule("assay", "2.0.0", "lnschema-assay", true)))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
        }
    }

    private static final TestModule BROKEN = FIRST.then("broken", op -> op.addColumn("assay_x", "extra", text()))
            .undoneBy(op -> {
                op.dropColumn("assay_x", "extra");
                op.execute("INSERT INTO nowhere VALUES (1)");
            })
            .then("good", op -> op.addColumn("assay_x", "more", text()))
            .undoneBy(op -> op.dropColumn("assay_x", "more"));

    @Test
    void on_sqlite_a_failure_leaves_everything_as_it_was() {
        try (var database = Database.sqlite()) {
            database.deploy(BROKEN);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')");
            var schema = database.sqliteSchema();

            assertThatThrownBy(() -> database.backTo("first", BROKEN).deploy())
                    .hasMessageStartingWith("undoing migration assay broken (vX.X.X) failed at: INSERT INTO nowhere");

            assertThat(database.sqliteSchema()).isEqualTo(schema);
            assertThat(database.rows("SELECT id, name FROM assay_x")).containsExactly("1|one");
            assertThat(database.rows(HEADS)).containsExactly("good");
            assertThat(database.rows("SELECT revision FROM lamin_migration ORDER BY 1"))
                    .containsExactly("broken", "first", "good");
        }
    }

    @Test
    void on_postgresql_a_failure_leaves_what_was_undone_before_it_undone() {
        try (var database = Database.postgres()) {
            database.deploy(BROKEN);

            assertThatThrownBy(() -> database.backTo("first", BROKEN).deploy()).hasMessageContaining("nowhere");

            assertThat(database.differencesTo(BROKEN.until("broken"))).isEmpty();
            assertThat(database.rows(HEADS)).containsExactly("broken");
            assertThat(database.rows("SELECT revision FROM lamin_migration ORDER BY 1"))
                    .containsExactly("broken", "first");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_index_that_was_built_concurrently_goes_and_comes_back(Kind kind) {
        try (var database = Database.of(kind)) {
            var indexed = FIRST.thenOutsideTransaction(
                            "index", op -> op.createIndex("assay_x", "name").concurrently())
                    .undoneBy(op -> op.dropIndex("assay_x", "assay_x_name_idx"));
            database.deploy(FIRST);
            database.deploy(indexed);

            database.downgrade("first", indexed);
            assertThat(database.differencesTo(FIRST)).isEmpty();
            database.deploy(indexed);
            assertThat(database.differencesTo(indexed)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_authors_sql_leaves_pointing_nowhere_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            var children = FIRST.then(
                            "child",
                            op -> op.createTable("assay_child")
                                    .column("x_id", int64())
                                    .foreignKey("x_id")
                                    .references("assay_x", "id"))
                    .then("sql", op -> op.execute("SELECT 1"))
                    .undoneBy(op -> op.execute("DELETE FROM assay_x"));
            database.deploy(children);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')", "INSERT INTO assay_child VALUES (1)");

            assertThatThrownBy(() -> database.backTo("child", children).deploy())
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one");
        }
    }
}
