package lamin.testing.rows;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final TableName NOTE = TableName.of("t_note");
    private static final TableName MEMO = TableName.of("t_memo");
    private static final SchemaModel START =
            SchemaModel.of(List.of(Table.of(NOTE, "t", Column.of("id", int64()), Column.of("v", string(9)))));

    @Test
    void values_are_found_again_under_new_names() {
        var lineage = after(op -> {
            op.renameTable("t_note", "t_memo");
            op.alterColumn("t_memo", "v").newName("version");
        });
        var before = rows(NOTE, List.of(Map.of("id", "'1'", "v", "'a'"), Map.of("id", "'2'", "v", "'b'")));
        assertThat(lineage.losses(
                        before,
                        rows(
                                MEMO,
                                List.of(Map.of("id", "'2'", "version", "'b'"), Map.of("id", "'1'", "version", "'a'")))))
                .isEmpty();
        assertThat(lineage.losses(before, rows(MEMO, List.of(Map.of("id", "'1'", "version", "'a'")))))
                .containsExactly("table t_memo has 1 rows, had 2");
        assertThat(lineage.losses(
                        before,
                        rows(
                                MEMO,
                                List.of(
                                        Map.of("id", "'1'", "version", "'a'"),
                                        Map.of("id", "'2'", "version", "NULL")))))
                .containsExactly("table t_memo: column version holds ['a', NULL], held ['a', 'b']");
        assertThat(lineage.losses(
                        before,
                        rows(
                                MEMO,
                                List.of(Map.of("id", "'1'", "version", "'b'"), Map.of("id", "'2'", "version", "'a'")))))
                .containsExactly("table t_memo: values of one row have come into another");
    }

    @Test
    void what_a_migration_changes_on_purpose_may_change() {
        var before = rows(NOTE, List.of(Map.of("id", "'1'", "v", "'a'")));
        var converted = after(op -> op.alterColumn("t_note", "v").type(text()).using("upper(v)"));
        assertThat(converted.losses(before, rows(NOTE, List.of(Map.of("id", "'1'", "v", "'A'")))))
                .isEmpty();
        var cleaned = after(op -> op.execute("DELETE FROM t_note"));
        assertThat(cleaned.losses(before, rows(NOTE, List.of()))).isEmpty();
        var dropped = after(op -> op.dropTable("t_note"));
        assertThat(dropped.losses(before, new RowSnapshot(Map.of()))).isEmpty();
    }

    private static Lineage after(Consumer<Operations> upgrade) {
        return new Lineage(START).follow(GeneratedRowsTest.operations(upgrade));
    }

    private static RowSnapshot rows(TableName table, List<Map<String, String>> rows) {
        return new RowSnapshot(Map.of(table, rows));
    }
}
