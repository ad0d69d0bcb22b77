package lamin.testing.rows;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float32;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.time;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.model.ColumnTypes.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import lamin.schema.LaminException;
import lamin.schema.Migration;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedRowsTest {
    @ParameterizedTest
    @EnumSource
    void every_type_has_values_and_the_last_row_has_none_where_none_may_be(Kind kind) throws Exception {
        var rows = filled(
                kind,
                op -> op.createTable("t_all")
                        .column("id", int64())
                        .identity()
                        .column("a", bool())
                        .column("b", int16())
                        .column("c", int32())
                        .column("d", decimal(3, 2))
                        .column("e", decimal(2, 2))
                        .column("f", float32())
                        .column("g", float64())
                        .column("h", string(1))
                        .column("i", text())
                        .column("j", bytes())
                        .column("k", date())
                        .column("l", time())
                        .column("m", timestamp())
                        .column("n", timestamptz())
                        .column("o", uuid())
                        .column("p", json())
                        .column("q", int32())
                        .notNull()
                        .primaryKey("id"));
        assertThat(rows.of(TableName.of("t_all"))).hasSize(3);
        assertThat(rows.of(TableName.of("t_all")).getFirst().values()).doesNotContain("NULL");
        assertThat(rows.of(TableName.of("t_all")).getLast())
                .containsEntry("a", "NULL")
                .containsEntry("q", "'3'");
    }

    @ParameterizedTest
    @EnumSource
    void keys_and_listed_values_are_respected(Kind kind) throws Exception {
        var rows = filled(kind, op -> {
            op.createTable("t_lab")
                    .column("id", int64())
                    .identity()
                    .column("kind", string(8))
                    .notNull()
                    .column("rank", int16())
                    .notNull()
                    .column("main", bool())
                    .notNull()
                    .column("parent_id", int64())
                    .primaryKey("id")
                    .unique("kind")
                    .unique("main")
                    .check("kind in ('wet', 'dry')")
                    .check("rank between 0 and 1")
                    .foreignKey("parent_id")
                    .references("t_lab");
            op.createTable("t_member")
                    .column("lab_id", int64())
                    .notNull()
                    .column("code", string(2))
                    .notNull()
                    .primaryKey("lab_id", "code")
                    .foreignKey("lab_id")
                    .references("t_lab");
        });
        assertThat(rows.of(TableName.of("t_lab")))
                .extracting(row -> row.get("kind"))
                .containsExactly("'wet'", "'dry'");
        assertThat(rows.of(TableName.of("t_member")))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("lab_id")).isIn("'1'", "'2'"));
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_point_to_each_other_are_filled_when_one_of_the_columns_is_nullable(Kind kind) throws Exception {
        var rows = filled(kind, op -> {
            op.createTable("t_run")
                    .column("id", int64())
                    .identity()
                    .column("report_id", int64())
                    .primaryKey("id");
            op.createTable("t_file")
                    .column("id", int64())
                    .identity()
                    .column("run_id", int64())
                    .notNull()
                    .primaryKey("id")
                    .foreignKey("run_id")
                    .references("t_run");
            op.createForeignKey("t_run", "report_id").references("t_file");
        });
        assertThat(rows.of(TableName.of("t_file"))).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void where_a_check_is_no_list_the_author_is_asked_for_rows(Kind kind) {
        assertThatThrownBy(() -> filled(
                        kind,
                        op -> op.createTable("t_well")
                                .column("id", int64())
                                .identity()
                                .column("name", string(3))
                                .notNull()
                                .primaryKey("id")
                                .check("name like 'A%'")))
                .hasMessageContaining("table t_well")
                .satisfies(failure ->
                        assertThat(((LaminException) failure).remedies()).containsExactly(GeneratedRows.ADVICE));
    }

    private static RowSnapshot filled(Kind kind, Consumer<Operations> upgrade) throws Exception {
        try (var tables = TablesOnDatabase.create(kind, operations(upgrade))) {
            return tables.fill();
        }
    }

    static List<Operation> operations(Consumer<Operations> upgrade) {
        return Operations.upgradeOf(
                new Migration() {
                    @Override
                    public void upgrade(Operations op) {
                        upgrade.accept(op);
                    }

                    @Override
                    public void downgrade(Operations op) {}
                },
                Owner.of("t"));
    }
}
