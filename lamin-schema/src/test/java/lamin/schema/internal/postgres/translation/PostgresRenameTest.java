package lamin.schema.internal.postgres.translation;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import org.junit.jupiter.api.Test;

/** Tables that leave their schema for one where something has their name. */
class PostgresRenameTest {
    private static final TestModule TWO = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_x").column("id", int64()).identity().primaryKey("id");
        op.createTable("assay_x")
                .schema("lab")
                .column("id", int64())
                .identity()
                .column("name", text())
                .primaryKey("id");
    });

    @Test
    void a_table_gets_another_schema_and_another_name_at_once() {
        try (var database = Database.postgres()) {
            database.deploy(TWO);
            var moved = TWO.then(
                    "moved",
                    op -> op.renameTable("assay_x", "assay_y").schema("lab").newSchema(null));

            database.deploy(moved);

            assertThat(database.differencesTo(moved)).isEmpty();
        }
    }

    @Test
    void tables_of_two_schemas_swap_places() {
        try (var database = Database.postgres()) {
            database.deploy(TWO);
            database.execute("INSERT INTO lab.assay_x (name) VALUES ('one')");
            var swapped = swapped(TWO, "swapped");

            database.deploy(swapped);

            assertThat(database.differencesTo(swapped)).isEmpty();
            database.execute("INSERT INTO assay_x (name) VALUES ('two')");
            assertThat(database.rows("SELECT id, name FROM assay_x")).containsExactly("1|one", "2|two");
        }
    }

    @Test
    void tables_that_swapped_places_swap_them_again() {
        try (var database = Database.postgres()) {
            var twice = swapped(swapped(TWO, "once"), "twice");

            database.deploy(twice);

            assertThat(database.differencesTo(twice)).isEmpty();
            database.execute("INSERT INTO lab.assay_x (name) VALUES ('one')");
            assertThat(database.rows("SELECT id, name FROM lab.assay_x")).containsExactly("1|one");
        }
    }

    private static TestModule swapped(TestModule module, String revision) {
        return module.then(revision, op -> {
            op.renameTable("assay_x", "assay_aside");
            op.renameTable("assay_x", "assay_x").schema("lab").newSchema(null);
            op.renameTable("assay_aside", "assay_x").newSchema("lab");
        });
    }
}
