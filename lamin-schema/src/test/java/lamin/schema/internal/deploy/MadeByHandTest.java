package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Stamp;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of a PostgreSQL database that somebody made beside the migrations, on what a migration changes. */
class MadeByHandTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .column("size", int32())
                            .primaryKey("id"));

    private static final String VIEW = "CREATE VIEW by_hand AS SELECT size FROM assay_x";

    private final Database database = Database.postgres();

    @BeforeEach
    void deployBase() {
        database.deploy(BASE);
        database.execute("INSERT INTO assay_x (name, size) VALUES ('one', 1), ('two', 2)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AbstractThrowableAssert<?, ?> assertIsRefused(TestModule module) {
        var thrown = assertThatThrownBy(() -> database.deployer(module)
                .allowingDrops(Set.of("assay_x", "assay_x.size"))
                .deploy());
        assertThat(database.rows("SELECT name, size FROM assay_x")).containsExactly("one|1", "two|2");
        assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");
        thrown.extracting("code").isEqualTo(ErrorCode.REFUSED);
        return thrown;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            view by_hand              | CREATE VIEW by_hand AS SELECT size FROM assay_x
            materialized view by_hand | CREATE MATERIALIZED VIEW by_hand AS SELECT size FROM assay_x
            policy by_hand            | CREATE POLICY by_hand ON assay_x USING (size > 0)
            generated column "twice"  | ALTER TABLE assay_x ADD COLUMN twice integer GENERATED ALWAYS AS (2 * size) STORED
            publication of table      | CREATE PUBLICATION by_hand FOR TABLE assay_x (id, size)
            """)
    void another_type_for_a_column_names_what_uses_it(String object, String made) {
        database.execute(made);

        assertIsRefused(BASE.then(
                        "type", op -> op.alterColumn("assay_x", "size").type(int64())))
                .hasMessageContaining(object)
                .hasMessageContaining("nothing of it was kept")
                .satisfies(advising("change what is in the way, then try again"));
    }

    @Test
    void a_column_that_a_view_uses_is_not_dropped() {
        database.execute(VIEW, "CREATE VIEW on_it AS SELECT * FROM by_hand");

        assertIsRefused(BASE.then("drop", op -> op.dropColumn("assay_x", "size")))
                .hasMessageContaining("view by_hand depends on column size of table assay_x")
                .hasMessageContaining("view on_it depends on view by_hand")
                .hasMessageNotContaining("CASCADE");
    }

    @Test
    void a_table_that_a_foreign_key_points_to_is_not_dropped() {
        database.execute("CREATE TABLE by_hand (x_id bigint REFERENCES assay_x)");

        assertIsRefused(BASE.then("drop", op -> op.dropTable("assay_x")))
                .hasMessageContaining("constraint by_hand_x_id_fkey on table by_hand depends on table assay_x");
    }

    @Test
    void of_many_dependents_three_are_named() {
        for (int i = 1; i <= 5; i++) {
            database.execute("CREATE VIEW v" + i + " AS SELECT size FROM assay_x");
        }

        assertIsRefused(BASE.then("drop", op -> op.dropColumn("assay_x", "size")))
                .hasMessageContaining("view v3 depends on column size of table assay_x; and 2 more");
    }

    @Test
    void a_view_follows_renames_and_keeps_its_rows() {
        database.execute(VIEW);

        database.deploy(BASE.then("rename", op -> {
            op.alterColumn("assay_x", "size").newName("length");
            op.renameTable("assay_x", "assay_y");
        }));

        assertThat(database.rows("SELECT size FROM by_hand")).containsExactly("1", "2");
    }

    @Test
    void a_table_that_already_exists_is_left_alone() {
        database.execute("CREATE TABLE assay_y (note text)", "INSERT INTO assay_y VALUES ('mine')");

        assertIsRefused(BASE.then("taken", op -> op.createTable("assay_y").column("id", int64())))
                .hasMessageContaining("relation \"assay_y\" already exists")
                .satisfies(offering(new Stamp(false)));

        assertThat(database.rows("SELECT note FROM assay_y")).containsExactly("mine");
    }

    @Test
    void a_duplicate_that_the_migration_makes_is_shown() {
        assertThatThrownBy(() -> database.deploy(BASE.then("unique", op -> {
                    op.execute("UPDATE assay_x SET name = 'same'");
                    op.createUniqueConstraint("assay_x", "name");
                })))
                .hasMessageContaining("Key (name)=(same) is duplicated.")
                .satisfies(advising("fix the rows, then try again"));
    }
}
