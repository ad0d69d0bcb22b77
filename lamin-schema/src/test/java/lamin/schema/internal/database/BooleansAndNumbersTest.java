package lamin.schema.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnTypes;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** True and false are 1 and 0; no other number is either. */
class BooleansAndNumbersTest {
    private static TestModule of(ColumnType type) {
        return TestModule.named("assay")
                .then("base", op -> op.createTable("assay_x").column("done", type));
    }

    private static TestModule changed(TestModule module, ColumnType type) {
        return module.then("type", op -> op.alterColumn("assay_x", "done").type(type));
    }

    @ParameterizedTest
    @EnumSource
    void truth_becomes_a_number_of_any_size(Kind kind) {
        for (var type : new ColumnType[] {
            ColumnTypes.int16(), ColumnTypes.int32(), ColumnTypes.int64(), ColumnTypes.decimal(4, 0)
        }) {
            try (var database = Database.of(kind)) {
                var module = of(ColumnTypes.bool());
                database.deploy(module);
                database.execute("INSERT INTO assay_x (done) VALUES (true), (false), (NULL)");

                database.deploy(changed(module, type));

                assertThat(database.rows("SELECT coalesce(done, 7) FROM assay_x"))
                        .containsExactly("1", "0", "7");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_and_zero_become_truth(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = of(ColumnTypes.int64());
            database.deploy(module);
            database.execute("INSERT INTO assay_x (done) VALUES (1), (0)");

            database.deploy(changed(module, ColumnTypes.bool()));

            assertThat(database.rows("SELECT CASE WHEN done THEN 'yes' ELSE 'no' END FROM assay_x"))
                    .containsExactly("yes", "no");
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_number_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = of(ColumnTypes.int32());
            database.deploy(module);
            database.execute("INSERT INTO assay_x (done) VALUES (1), (5)");

            assertThatThrownBy(() -> database.deploy(changed(module, ColumnTypes.bool())))
                    .hasMessageContaining("assay_x.done")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.rows("SELECT done FROM assay_x")).containsExactly("1", "5");
        }
    }
}
