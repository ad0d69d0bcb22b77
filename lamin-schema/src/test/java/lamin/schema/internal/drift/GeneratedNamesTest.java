package lamin.schema.internal.drift;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedNamesTest {
    private static final TestModule WRITTEN = TestModule.named("assay").then("written", op -> {
        op.createTable("assay_plate")
                .column("id", int32())
                .notNull()
                .column("barcode", string(20))
                .column("parent", int32())
                .primaryKeyNamed("assay_plate_pkey", "id")
                .uniqueNamed("assay_plate_barcode_key", "barcode");
        op.createIndex("assay_plate", "parent");
    });

    @ParameterizedTest
    @EnumSource
    void a_name_that_an_author_wrote_and_that_is_the_generated_one_is_no_difference(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(WRITTEN);
            assertThat(database.differencesTo(WRITTEN)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_name_is_one(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(WRITTEN);
            database.execute(
                    kind == TestDatabase.Kind.SQLITE
                            ? "DROP INDEX assay_plate_barcode_key"
                            : "ALTER TABLE assay_plate RENAME CONSTRAINT assay_plate_barcode_key TO other");
            if (kind == TestDatabase.Kind.SQLITE) {
                database.execute("CREATE UNIQUE INDEX other ON assay_plate (barcode)");
            }
            assertThat(database.differencesTo(WRITTEN))
                    .singleElement()
                    .asString()
                    .contains("other");
        }
    }
}
