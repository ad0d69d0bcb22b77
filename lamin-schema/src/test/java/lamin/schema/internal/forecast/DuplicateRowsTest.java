package lamin.schema.internal.forecast;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicateRowsTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_box").column("room", int64()).column("label", text()));

    private static Database withRows(Kind kind) {
        var database = Database.of(kind);
        database.deploy(BASE);
        database.execute(
                "INSERT INTO assay_box VALUES (1, 'a'), (1, 'a'), (1, 'b'), (2, 'a'), (NULL, 'a'), (NULL, 'a')");
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void columns_are_followed_through_renames(Kind kind) {
        try (var database = withRows(kind)) {
            var module = BASE.then("unique", op -> {
                op.alterColumn("assay_box", "label").newName("name");
                op.renameTable("assay_box", "assay_crate");
                op.createIndex("assay_crate", "name").unique();
            });

            assertThatThrownBy(() -> database.deploy(module))
                    .hasMessageStartingWith("5 rows of assay_box have the same ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void duplicates_that_a_migration_fixes_first_are_accepted(Kind kind) {
        try (var database = withRows(kind)) {
            var module = BASE.then("mended", op -> {
                op.execute(sql().sqlite("UPDATE assay_box SET label = 'c' WHERE room = 1 AND label = 'b'")
                        .nothingElsewhere());
                op.execute("DELETE FROM assay_box WHERE room = 1 AND label = 'a'");
                op.createUniqueConstraint("assay_box", "room", "label");
            });

            database.deploy(module);

            assertThat(database.value("SELECT count(*) FROM assay_box")).isEqualTo("4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void partial_uniques_are_left_to_the_database(Kind kind) {
        try (var database = withRows(kind)) {
            var module = BASE.then(
                    "partial",
                    op -> op.createIndex("assay_box", "label").unique().where("room = 2"));

            database.deploy(module);

            assertThat(database.differencesTo(module)).isEmpty();
        }
    }
}
