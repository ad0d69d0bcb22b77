package lamin.schema.internal.sqlite.translation;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.sqlite.SqliteSystem;
import lamin.schema.model.SchemaModel;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreatedTablesTest {
    private static void circle(Operations op) {
        op.createTable("assay_plate")
                .column("id", int64())
                .identity()
                .column("first_well", int64())
                .primaryKey("id");
        op.createTable("assay_well")
                .column("id", int64())
                .identity()
                .column("plate", int64())
                .primaryKey("id")
                .foreignKey("plate")
                .references("assay_plate", "id");
        op.createIndex("assay_well", "plate");
        op.createForeignKey("assay_plate", "first_well").references("assay_well", "id");
    }

    private static long rebuilds(Consumer<Operations> upgrade) {
        var module = TestModule.named("assay").then("one", upgrade);
        var script = module.scripts().getLast();
        return new SqliteSystem()
                .steps(new Replay(SchemaModel.EMPTY), script.owner(), script.upgrade()).stream()
                        .filter(Step.Rebuild.class::isInstance)
                        .count();
    }

    @Test
    void two_new_tables_that_point_to_each_other_need_no_rebuild() {
        assertThat(rebuilds(CreatedTablesTest::circle)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void both_foreign_keys_hold(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            var module = TestModule.named("assay").then("one", CreatedTablesTest::circle);
            database.deploy(module);
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_changes_hands_in_between_is_the_new_table(TestDatabase.Kind kind) {
        var base = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_b").column("id", int32()).primaryKey("id"));
        var changed = base.then("changed", op -> {
            op.createTable("assay_a")
                    .column("id", int32())
                    .column("b", int32())
                    .column("old", int32())
                    .primaryKey("id");
            op.renameTable("assay_b", "assay_c");
            op.createTable("assay_b")
                    .column("id", int32())
                    .column("note", string(10))
                    .primaryKey("id");
            op.createForeignKey("assay_a", "b").references("assay_b", "id");
            op.createForeignKey("assay_a", "old").references("assay_c", "id");
        });
        try (var database = Database.of(kind)) {
            database.deploy(base);
            database.deploy(changed);
            assertThat(database.differencesTo(changed)).isEmpty();
        }
    }

    @Test
    void rows_that_were_inserted_in_between_stay() {
        try (var database = Database.sqlite()) {
            database.deploy(TestModule.named("assay").then("one", op -> {
                op.createTable("assay_a")
                        .column("id", int32())
                        .column("b", int32())
                        .primaryKey("id");
                op.createTable("assay_b").column("id", int32()).primaryKey("id");
                op.execute("insert into assay_a values (1, null)");
                op.createForeignKey("assay_a", "b").references("assay_b", "id");
            }));
            assertThat(database.rows("SELECT id FROM assay_a")).containsExactly("1");
            assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'assay_a'"))
                    .contains("REFERENCES");
        }
    }
}
