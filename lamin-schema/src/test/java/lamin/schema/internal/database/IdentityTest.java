package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.int32;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_plate")
                            .column("id", int32())
                            .notNull()
                            .column("size", int32())
                            .primaryKey("id"));

    @ParameterizedTest
    @EnumSource
    void a_column_that_becomes_an_identity_goes_on_from_its_highest_number(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_plate (id, size) VALUES (3, 96), (41, 384)");

            database.deploy(BASE.then(
                    "numbered", op -> op.alterColumn("assay_plate", "id").identity(true)));
            database.execute("INSERT INTO assay_plate (size) VALUES (24)");

            assertThat(database.rows("SELECT id, size FROM assay_plate ORDER BY id"))
                    .isEqualTo(List.of("3|96", "41|384", "42|24"));
        }
    }
}
