package lamin.schema.internal.plan;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.ledger.LedgerState;
import lamin.schema.internal.ledger.MountedModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.Script;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final TestModule CORE = TestModule.named("core")
            .then(
                    "core1",
                    op -> op.createTable("lamindb_file")
                            .column("id", int64())
                            .identity()
                            .primaryKey("id"))
            .then("core2", op -> op.renameTable("lamindb_file", "lamindb_artifact"));

    /** Points to core's table before and after its rename. */
    private static final TestModule ASSAY = TestModule.named("assay")
            .thenAfter(
                    "assay1",
                    "core1",
                    op -> op.createTable("assay_run")
                            .column("file_id", int64())
                            .foreignKey("file_id")
                            .references("lamindb_file", "id"))
            .thenAfter(
                    "assay2",
                    "core2",
                    op -> op.createTable("assay_plate")
                            .column("artifact_id", int64())
                            .foreignKey("artifact_id")
                            .references("lamindb_artifact", "id"));

    private static Planner planner(TestModule... modules) {
        return new Planner(chains(modules));
    }

    private static List<Chain> chains(TestModule... modules) {
        return Stream.of(modules).map(TestModule::chain).toList();
    }

    private static LedgerState at(String module, String revision) {
        return new LedgerState(new TreeMap<>(Map.of(module, Set.of(revision))), new TreeMap<>());
    }

    private static List<String> revisions(List<Script> scripts) {
        return scripts.stream().map(Script::revision).toList();
    }

    @Test
    void a_dependent_module_goes_before_the_next_step_of_what_it_depends_on() {
        assertThat(revisions(planner(CORE, ASSAY).order())).containsExactly("core1", "assay1", "core2", "assay2");
    }

    @Test
    void the_order_does_not_depend_on_the_order_of_the_modules() {
        assertThat(revisions(planner(ASSAY, CORE).order()))
                .isEqualTo(revisions(planner(CORE, ASSAY).order()));
    }

    @Test
    void modules_that_know_nothing_of_each_other_go_by_name() {
        var b = TestModule.named("b").then("b1", op -> op.createTable("b_x").column("x", text()));
        var a = TestModule.named("a").then("a1", op -> op.createTable("a_x").column("x", text()));

        assertThat(revisions(planner(b, a).order())).containsExactly("a1", "b1");
    }

    @Test
    void a_fresh_database_and_one_that_was_kept_up_to_date_get_the_same_migrations() {
        var olderCore = new TestModule(CORE.owner(), "1.0.0", CORE.scripts().subList(0, 1));
        var olderAssay = new TestModule(ASSAY.owner(), "1.0.0", ASSAY.scripts().subList(0, 1));
        var first = planner(olderCore, olderAssay).plan(LedgerState.EMPTY);
        var upgraded = new LedgerState(
                new TreeMap<>(Map.of("core", Set.of("core1"), "assay", Set.of("assay1"))), new TreeMap<>());

        var second = planner(CORE, ASSAY).plan(upgraded);

        assertThat(revisions(first.pending())).containsExactly("core1", "assay1");
        assertThat(revisions(second.pending())).containsExactly("core2", "assay2");
        assertThat(second.before()).isEqualTo(planner(olderCore, olderAssay).target());
    }

    @Test
    void a_migration_whose_other_module_is_missing_is_stuck() {
        assertThatThrownBy(() -> planner(ASSAY).plan(LedgerState.EMPTY))
                .hasMessageStartingWith(
                        "assay assay1 (vX.X.X) requires revision core1, which no mounted module provides")
                .extracting("code")
                .isEqualTo(ErrorCode.INCOMPATIBLE);
    }

    @Test
    void a_migration_that_does_not_fit_any_more_is_refused_and_both_revisions_are_named() {
        assertThatThrownBy(() -> planner(CORE, ASSAY).plan(at("core", "core2")))
                .hasMessageContaining("assay assay1 (vX.X.X) does not fit: there is no table lamindb_file")
                .hasMessageContaining("migration core core2 (vX.X.X) changed that table before it")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void modules_that_depend_on_each_other_are_refused() {
        var a = TestModule.named("a").thenAfter("a1", "b1", op -> {});
        var b = TestModule.named("b").thenAfter("b1", "a1", op -> {});

        assertThatThrownBy(() -> planner(a, b))
                .hasMessageContaining("depend on each other")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_revision_that_two_modules_claim_is_refused() {
        var copied = TestModule.named("copy").then("core1", op -> {});

        assertThatThrownBy(() -> planner(CORE, copied))
                .hasMessage("revision core1 is claimed by Vcore1 of module core and Vcore1 of module copy;"
                        + " give one a new id")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void statuses_tell_how_each_module_stands() {
        var sync = TestModule.named("sync").then("s1", op -> {});
        var behind = TestModule.named("behind").then("b1", op -> {});
        var ahead = TestModule.named("ahead").then("a1", op -> {});
        var edited = TestModule.named("edited").then("e1", op -> {});
        var revisions = Map.of(
                "sync",
                Set.of("s1"),
                "ahead",
                Set.of("a9"),
                "edited",
                Set.of("e9"),
                "missing",
                Set.of("m1"),
                "past",
                Set.of("p1"));
        var ledger = new LedgerState(
                new TreeMap<>(revisions),
                new TreeMap<>(Map.of(
                        "sync", in("1.0.0"), "ahead", in("1.1.0"), "edited", in("1.0.0"), "missing", in("1.0.0"))));

        var plan = planner(sync, behind, ahead, edited).plan(ledger);

        assertThat(plan.statuses())
                .extracting(ModuleStatus::module, ModuleStatus::state)
                .containsExactly(
                        tuple("ahead", ModuleState.AHEAD),
                        tuple("behind", ModuleState.BEHIND),
                        tuple("edited", ModuleState.UNKNOWN_REVISION),
                        tuple("missing", ModuleState.MISSING),
                        tuple("sync", ModuleState.IN_SYNC));
        assertThat(plan.pending()).isEmpty();
    }

    @Test
    void where_nothing_says_what_is_mounted_the_revisions_do() {
        assertThat(planner().statuses(at("alembic", "a1")))
                .extracting(ModuleStatus::module, ModuleStatus::state)
                .containsExactly(tuple("alembic", ModuleState.MISSING));
    }

    private static MountedModule in(String version) {
        return new MountedModule(version, "lnschema-x");
    }

    @Test
    void a_module_changes_no_table_of_another() {
        var thief = TestModule.named("thief").thenAfter("t1", "core2", op -> op.dropTable("lamindb_artifact"));

        assertThatThrownBy(() -> planner(CORE, thief).plan(LedgerState.EMPTY))
                .hasMessageContaining("table lamindb_artifact belongs to module core")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_module_takes_no_reserved_table_name() {
        var thief = TestModule.named("thief")
                .then("t1", op -> op.createTable("lamindb_user").column("x", text()));

        assertThatThrownBy(() -> planner(thief).plan(LedgerState.EMPTY))
                .hasMessageContaining("the name of table lamindb_user begins with a prefix that is reserved");
    }
}
