package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsOnDatabasesTest {
    private static final TestModule BASE = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_kind")
                .column("id", int32())
                .identity()
                .column("name", string(20))
                .notNull()
                .column("active", bool())
                .notNull()
                .defaultValue(true)
                .primaryKey("id");
        op.insertInto("assay_kind").value("name", "it's blood");
        op.insertInto("assay_kind").value("name", "tissue").value("active", false);
    });

    private static final String NAMES = "SELECT name FROM assay_kind ORDER BY id";

    @ParameterizedTest
    @EnumSource
    void rows_come_change_and_go(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            assertThat(database.rows(NAMES)).isEqualTo(List.of("it's blood", "tissue"));

            database.deploy(BASE.then("change", op -> {
                op.update("assay_kind").value("name", "plasma").where("name = 'it''s blood'");
                op.deleteFrom("assay_kind").where("active = false");
                op.insertInto("assay_kind")
                        .valueSql("name", sql().sqlite("hex(255)").postgresql("to_hex(255)"));
            }));
            assertThat(database.rows(NAMES)).hasSize(2).contains("plasma").doesNotContain("tissue");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_written_to_the_table_as_it_is_after_the_changes_before_them(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);

            database.deploy(BASE.then("widen", op -> {
                op.alterColumn("assay_kind", "name").newName("label").type(string(40));
                op.insertInto("assay_kind").value("label", "a label of more than twenty characters");
                op.alterColumn("assay_kind", "active").nullable(true);
            }));

            assertThat(database.rows("SELECT label FROM assay_kind WHERE length(label) > 20"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_is_not_there_is_found_before_anything_runs(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = BASE.then("wrong", op -> op.insertInto("assay_kind").value("nam", "x"));

            assertThatThrownBy(() -> database.deploy(module))
                    .isInstanceOf(LaminException.class)
                    .hasMessageContaining("nam");
            assertThat(database.schema().tables()).isEmpty();
        }
    }
}
