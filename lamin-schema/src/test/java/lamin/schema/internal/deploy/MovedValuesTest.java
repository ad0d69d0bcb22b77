package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.Deploy;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.operation.DataStep;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Custom SQL may move values into what a migration drops afterwards, where there were none when the deploy began. */
class MovedValuesTest {
    private static final String MOVE = "UPDATE assay_x SET w = v, v = NULL";

    private static final TestModule BASE = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_x")
                .column("id", int64())
                .column("v", text())
                .column("w", text())
                .primaryKey("id");
        op.createTable("assay_empty").column("id", int64()).primaryKey("id");
    });

    private static void isRefused(Kind kind, String name, TestModule module) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (id, v) VALUES (1, 'one'), (2, 'two')");

            assertThatThrownBy(() -> database.deploy(module))
                    .hasMessageContaining(name + ", which holds 2 ")
                    .hasMessageEndingWith("nothing of it was kept")
                    .satisfies(offering(new AllowDrop(new Deploy(), List.of(name))));
            assertThat(database.rows("SELECT coalesce(v, w) FROM assay_x ORDER BY id"))
                    .containsExactly("one", "two");

            database.deployer(module).allowingDrops(Set.of(name)).deploy();
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    private static TestModule next(Consumer<Operations> upgrade) {
        return BASE.then("next", upgrade);
    }

    @ParameterizedTest
    @EnumSource
    void a_column_is_counted_again_before_it_is_dropped(Kind kind) {
        isRefused(kind, "assay_x.w", next(op -> {
            op.execute(MOVE);
            op.dropColumn("assay_x", "w");
        }));
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_an_operation_updates_with_sql_count_as_well(Kind kind) {
        isRefused(kind, "assay_x.w", next(op -> {
            op.update("assay_x").valueSql("w", "v").valueNull("v").where("1 = 1");
            op.dropColumn("assay_x", "w");
        }));
    }

    @ParameterizedTest
    @EnumSource
    void also_under_another_name_in_a_rebuild_and_in_a_later_migration(Kind kind) {
        isRefused(kind, "assay_x.w", next(op -> op.execute(MOVE)).then("later", op -> {
            op.alterColumn("assay_x", "w").newName("y");
            op.alterColumn("assay_x", "v").type(text()).nullable(true);
            op.createCheckConstraint("assay_x", "id > 0");
            op.dropColumn("assay_x", "y");
        }));
    }

    @ParameterizedTest
    @EnumSource
    void a_table_is_counted_again_and_java_counts_as_custom_too(Kind kind) {
        isRefused(kind, "assay_empty", next(op -> {
            op.run(Copy.class);
            op.dropTable("assay_empty");
        }));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_still_empty_and_what_the_plan_creates_itself_is_dropped_unasked(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (id, v) VALUES (1, 'one')");
            var module = next(op -> {
                op.addColumn("assay_x", "scratch", text());
                op.execute("UPDATE assay_x SET scratch = v");
                op.dropColumn("assay_x", "scratch");
                op.dropColumn("assay_x", "w");
                op.dropTable("assay_empty");
            });

            database.deploy(module);

            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    /** Fills the empty table. */
    public static final class Copy implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            Jdbc.execute(connection, "INSERT INTO assay_empty SELECT id FROM assay_x");
        }
    }
}
