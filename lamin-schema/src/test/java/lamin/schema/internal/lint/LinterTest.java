package lamin.schema.internal.lint;

import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.Allowance;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.SchemaModel;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;

class LinterTest {
    private static final TestModule ASSAY = TestModule.named("assay").then("aaaaaaaaaaaa", op -> {
        op.createTable("assay_plate").column("id", int64()).notNull();
        op.createTable("assay_well")
                .column("id", int64())
                .notNull()
                .column("plate_id", int64())
                .column("name", string(100))
                .column("volume", decimal(10, 2))
                .column("number", int32())
                .column("at", timestamptz());
    });

    private static SchemaModel before() {
        return Replay.of(
                SchemaModel.EMPTY, ASSAY.owner(), ASSAY.scripts().getFirst().upgrade());
    }

    private static Script script(Consumer<Operations> upgrade) {
        return ASSAY.then("bbbbbbbbbbbb", upgrade).scripts().getLast();
    }

    private static List<Rule> rules(Consumer<Operations> upgrade) {
        return Linter.of(before(), script(upgrade)).stream().map(Finding::rule).toList();
    }

    @Test
    void what_is_dropped_is_reported() {
        assertThat(rules(op -> op.dropTable("assay_plate"))).containsExactly(Rule.DROPPED_TABLE);
        assertThat(rules(op -> op.dropColumn("assay_well", "name"))).containsExactly(Rule.DROPPED_COLUMN);
    }

    @Test
    void an_exchange_of_names_is_reported_without_the_name_in_between() {
        assertThat(Linter.of(before(), script(op -> {
                    op.alterColumn("assay_well", "name").newName("name_moving");
                    op.alterColumn("assay_well", "volume").newName("name");
                    op.alterColumn("assay_well", "name_moving").newName("volume");
                    op.renameTable("assay_well", "assay_well_moving");
                    op.renameTable("assay_plate", "assay_well");
                    op.renameTable("assay_well_moving", "assay_plate");
                })))
                .extracting(Finding::subject)
                .containsExactly(
                        "renameColumn assay_well.name volume",
                        "renameColumn assay_well.volume name",
                        "renameTable assay_well assay_plate",
                        "renameTable assay_plate assay_well");
        assertThat(Linter.of(before(), script(op -> {
                    op.alterColumn("assay_well", "name").newName("name_moving");
                    op.alterColumn("assay_well", "volume").newName("name");
                    op.dropColumn("assay_well", "name_moving");
                })))
                .extracting(Finding::subject)
                .containsExactly("renameColumn assay_well.volume name", "dropColumn assay_well.name");
    }

    @Test
    void a_constant_that_an_enum_loses_is_reported() {
        var enums = TestModule.named("assay")
                .then(
                        "aaaaaaaaaaaa",
                        op -> op.createTable("assay_well")
                                .column("state", string(255))
                                .checkNamed("assay_well_state_enum", "state in ('NEW', 'DONE')"));
        var before = Replay.of(
                SchemaModel.EMPTY, enums.owner(), enums.scripts().getFirst().upgrade());
        assertThat(Linter.of(before, script(op -> changeConstants(op, "('DONE')")))
                        .getFirst()
                        .rule())
                .isEqualTo(Rule.NARROWED_ENUM);
        assertThat(Linter.of(before, script(op -> changeConstants(op, "('DONE', 'OLD', 'NEW')"))))
                .extracting(Finding::rule)
                .containsExactly(Rule.CHECK_VALIDATED);
    }

    private static void changeConstants(Operations op, String constants) {
        op.dropConstraint("assay_well", "assay_well_state_enum");
        op.createCheckConstraint("assay_well", "state in " + constants).name("assay_well_state_enum");
    }

    @Test
    void a_computed_column_may_go() {
        assertThat(rules(op -> {
                    op.addColumn("assay_well", "twice", int32()).generatedAs("number * 2");
                    op.dropColumn("assay_well", "twice");
                }))
                .containsExactly(Rule.COMPUTED_COLUMN_ADDED);
    }

    @Test
    void a_type_that_cannot_hold_all_is_reported() {
        assertThat(rules(op -> op.alterColumn("assay_well", "name").type(string(50))))
                .containsExactly(Rule.NARROWED_TYPE, Rule.REWRITTEN_TABLE);
        assertThat(rules(op -> op.alterColumn("assay_well", "volume").type(decimal(10, 4))))
                .contains(Rule.NARROWED_TYPE);
        assertThat(rules(op -> op.alterColumn("assay_well", "at").type(date()))).contains(Rule.NARROWED_TYPE);
    }

    @Test
    void an_expression_that_may_cut_values_off_is_an_error() {
        assertThat(rules(op ->
                        op.alterColumn("assay_well", "name").type(string(50)).using("substr(name, 1, 50)")))
                .contains(Rule.UNCHECKED_NARROWING)
                .doesNotContain(Rule.NARROWED_TYPE);
        assertThat(Rule.UNCHECKED_NARROWING.isError()).isTrue();
    }

    @Test
    void a_longer_string_costs_nothing_and_a_longer_number_a_rewrite() {
        assertThat(rules(op -> op.alterColumn("assay_well", "name").type(string(200))))
                .isEmpty();
        assertThat(rules(op -> op.alterColumn("assay_well", "name").type(text())))
                .isEmpty();
        assertThat(rules(op -> op.alterColumn("assay_well", "volume").type(decimal(12, 2))))
                .isEmpty();
        assertThat(rules(op -> op.alterColumn("assay_well", "number").type(int64())))
                .containsExactly(Rule.REWRITTEN_TABLE);
    }

    @Test
    void sql_that_deletes_is_an_error() {
        assertThat(rules(op -> op.execute("DELETE FROM assay_well"))).contains(Rule.UNCOUNTED_LOSS);
        assertThat(rules(op -> op.execute(sql().postgresql("alter table assay_well drop column name")
                        .nothingElsewhere())))
                .contains(Rule.UNCOUNTED_LOSS);
        assertThat(rules(op -> op.execute("UPDATE assay_well SET name = 'delete from x' -- drop table")))
                .doesNotContain(Rule.UNCOUNTED_LOSS);
        assertThat(Rule.UNCOUNTED_LOSS.isError()).isTrue();
    }

    @Test
    void what_reads_every_row_under_a_lock_is_reported() {
        assertThat(rules(op ->
                        op.alterColumn("assay_well", "name").nullable(false).fill("''")))
                .containsExactly(Rule.NOT_NULL_ADDED);
        assertThat(rules(op -> op.createCheckConstraint("assay_well", "number > 0")))
                .containsExactly(Rule.CHECK_VALIDATED);
        assertThat(rules(op -> op.createForeignKey("assay_well", "plate_id").references("assay_plate")))
                .containsExactly(Rule.FOREIGN_KEY_VALIDATED);
        assertThat(rules(op -> op.createUniqueConstraint("assay_well", "name"))).containsExactly(Rule.BLOCKING_KEY);
        assertThat(rules(op -> op.createPrimaryKey("assay_well", "id"))).containsExactly(Rule.BLOCKING_KEY);
        assertThat(rules(op -> op.createIndex("assay_well", "name"))).containsExactly(Rule.BLOCKING_INDEX);
        assertThat(rules(op -> op.createIndex("assay_well", "name").concurrently()))
                .isEmpty();
    }

    @Test
    void a_default_that_differs_by_row_is_reported_and_a_constant_is_not() {
        assertThat(rules(op -> op.addColumn("assay_well", "uid", text())
                        .defaultSql(sql().sqlite("hex(randomblob(8))").postgresql("gen_random_uuid()::text"))))
                .containsExactly(Rule.COMPUTED_COLUMN_ADDED);
        assertThat(rules(op ->
                        op.addColumn("assay_well", "kind", text()).notNull().defaultValue("sample")))
                .isEmpty();
        assertThat(rules(op -> op.addColumn("assay_well", "kind", text()))).isEmpty();
    }

    @Test
    void names_that_programs_still_use_are_reported() {
        assertThat(rules(op -> op.renameTable("assay_well", "assay_cavity"))).containsExactly(Rule.RENAMED_TABLE);
        assertThat(rules(op -> op.alterColumn("assay_well", "name").newName("label")))
                .containsExactly(Rule.RENAMED_COLUMN);
    }

    @Test
    void nobody_waits_for_a_table_that_is_new() {
        assertThat(rules(op -> {
                    op.createTable("assay_run").column("id", int64()).column("name", text());
                    op.createIndex("assay_run", "name");
                    op.renameTable("assay_run", "assay_session");
                    op.createUniqueConstraint("assay_session", "name");
                    op.dropColumn("assay_session", "name");
                }))
                .isEmpty();
    }

    @Test
    void the_way_back_is_looked_at() {
        var done = ASSAY.then("bbbbbbbbbbbb", op -> op.execute("UPDATE assay_well SET number = 1"));
        assertThat(Linter.of(before(), done.scripts().getLast()))
                .extracting(Finding::rule)
                .containsExactly(Rule.NO_WAY_BACK);
        var undone = done.undoneBy(op -> op.execute("UPDATE assay_well SET number = NULL"));
        assertThat(Linter.of(before(), undone.scripts().getLast())).isEmpty();
        var closed = done.undoneBy(op -> op.irreversible("the numbers are gone"));
        assertThat(Linter.of(before(), closed.scripts().getLast()))
                .extracting(Finding::text)
                .containsExactly("L502 Vbbbbbbbbbbbb: the numbers are gone: the migration cannot be undone");
    }

    @Test
    void what_is_allowed_with_a_reason_is_not_reported() {
        var script = script(op -> op.dropTable("assay_plate"));
        var allowing = new Script(
                script.owner(),
                script.info().allowing(List.of(new Allowance("L101", "it was never used"))),
                script.upgrade(),
                script.downgrade());

        assertThat(Linter.of(before(), allowing)).isEmpty();
        assertThat(new Allowances(allowing.info()).problems()).isEmpty();
    }

    @Test
    void an_unknown_rule_and_a_blank_reason_are_problems() {
        var info = script(op -> {}).info().allowing(List.of(new Allowance("L999", "so"), new Allowance("L206", " ")));

        assertThat(new Allowances(info).problems()).hasSize(2);
        assertThat(new Allowances(info).problems().getFirst())
                .startsWith("@Allow(rule = \"L999\") names no rule; there are L101, L102, ");
        assertThat(new Allowances(info).problems().getLast()).startsWith("@Allow(rule = \"L206\") has no reason");
    }
}
