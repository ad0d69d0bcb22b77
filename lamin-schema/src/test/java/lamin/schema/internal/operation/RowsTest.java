package lamin.schema.internal.operation;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import lamin.schema.Migration;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Owner ASSAY = Owner.of("assay");

    private static List<Operation> upgrade(Consumer<Operations> steps) {
        return Operations.upgradeOf(
                new Migration() {
                    @Override
                    public void upgrade(Operations op) {
                        steps.accept(op);
                    }

                    @Override
                    public void downgrade(Operations op) {}
                },
                ASSAY);
    }

    @Test
    void rows_that_are_changed_without_saying_which_are_refused() {
        assertThatThrownBy(() -> upgrade(op -> op.deleteFrom("assay_kind")))
                .hasMessage("deleteFrom(\"assay_kind\") needs a .where(condition); for all rows: .where(\"true\")");
        assertThatThrownBy(() -> upgrade(op -> op.update("assay_kind").value("name", "x")))
                .hasMessageContaining("needs a .where(condition)");
        assertThatThrownBy(() -> upgrade(op -> op.insertInto("assay_kind")))
                .hasMessageContaining("needs a .value(column, value)");
    }

    @Test
    void the_way_back_of_a_new_row_finds_it_by_its_values() {
        var rows = upgrade(op -> op.insertInto("assay_kind")
                .value("name", "it's")
                .value("code", 7)
                .valueNull("note"));

        assertThat(JavaSource.of(reverse(rows), ASSAY))
                .isEqualTo("op.deleteFrom(\"assay_kind\").where(\"\\\"name\\\" = 'it''s' and \\\"code\\\" = 7"
                        + " and \\\"note\\\" is null\");");
    }

    @Test
    void what_rows_held_before_an_update_is_for_the_author_to_say() {
        var rows = upgrade(op -> op.update("assay_kind").value("name", "x").where("code = 7"));

        assertThat(reverse(rows)).isInstanceOf(Operation.Irreversible.class);
    }

    @Test
    void a_row_without_a_key_of_its_own_is_for_the_author_to_find_again() {
        assertThat(reverse(upgrade(op -> op.insertInto("assay_kind").value("code", 7))))
                .isInstanceOf(Operation.Irreversible.class);
        assertThat(reverse(upgrade(
                        op -> op.insertInto("assay_kind").valueNull("name").value("code", 7))))
                .isInstanceOf(Operation.Irreversible.class);
    }

    private static Operation reverse(List<Operation> rows) {
        var kind = upgrade(op -> op.createTable("assay_kind")
                .column("name", string(20))
                .unique("name")
                .column("code", int32())
                .column("note", text()));
        return Reversal.of(Replay.of(SchemaModel.EMPTY, ASSAY, kind), ASSAY, rows)
                .getFirst();
    }
}
