package lamin.schema.internal.postgres.translation;

import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import org.junit.jupiter.api.Test;

class PostgresAlterColumnTest {
    @Test
    void a_column_that_others_are_computed_from_gets_another_type() {
        var base = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_x")
                                .column("name", text())
                                .column("small", text())
                                .generatedAs("lower(name)")
                                .comment("for search")
                                .unique("small", "name")
                                .index("(upper(small))"));
        try (var database = Database.postgres()) {
            database.deploy(base);
            database.execute("INSERT INTO assay_x (name) VALUES ('One')");

            var longer =
                    base.then("longer", op -> op.alterColumn("assay_x", "name").type(string(20)));
            database.deploy(longer);

            assertThat(database.differencesTo(longer)).isEmpty();
            assertThat(database.rows("SELECT name, small FROM assay_x")).containsExactly("One|one");
        }
    }

    @Test
    void type_and_collation_together_convert_the_values_once() {
        var base = TestModule.named("assay")
                .then("base", op -> op.createTable("assay_x").column("name", text()));
        try (var database = Database.postgres()) {
            database.deploy(base);
            database.execute("INSERT INTO assay_x VALUES ('one')");

            database.deploy(base.then(
                    "both",
                    op -> op.alterColumn("assay_x", "name")
                            .type(string(20))
                            .collation("C")
                            .using("name || '!'")));

            assertThat(database.rows("SELECT name FROM assay_x")).containsExactly("one!");
        }
    }
}
