package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that becomes a number must be that number's text: a barcode 007 is no 7. */
class NumbersFromTextTest {
    private static final TestModule TEXTS = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("code", text())
                            .column("size", text())
                            .column("price", text()));

    private static final TestModule INT =
            TEXTS.then("int", op -> op.alterColumn("assay_x", "code").type(int32()));

    @ParameterizedTest
    @EnumSource
    void text_that_a_number_would_not_give_back_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(TEXTS);
            database.execute("INSERT INTO assay_x (code) VALUES ('7'), ('007')");

            assertThatThrownBy(() -> database.deploy(INT))
                    .hasMessageContaining("assay_x.code")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.rows("SELECT code FROM assay_x")).containsExactly("7", "007");
        }
    }

    @ParameterizedTest
    @EnumSource
    void using_says_that_it_is_meant(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(TEXTS);
            database.execute("INSERT INTO assay_x (code) VALUES ('007')");

            database.deploy(TEXTS.then(
                    "int", op -> op.alterColumn("assay_x", "code").type(int32()).using("CAST(code AS integer)")));

            assertThat(database.rows("SELECT code FROM assay_x")).containsExactly("7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_come_over_whether_or_not_they_end_in_zeros(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(TEXTS);
            database.execute(
                    "INSERT INTO assay_x VALUES ('100', '1', '1.5'), ('-3', '1.50', '2'), ('0', '-0.25', '10.00'),"
                            + " (NULL, NULL, NULL)");

            database.deploy(TEXTS.then("numbers", op -> {
                op.alterColumn("assay_x", "code").type(int64());
                op.alterColumn("assay_x", "size").type(float64());
                op.alterColumn("assay_x", "price").type(decimal(8, 2));
            }));

            assertThat(database.rows("SELECT count(*) FROM assay_x WHERE (code = 100 AND size = 1 AND price = 1.5)"
                            + " OR (code = -3 AND size = 1.5 AND price = 2)"
                            + " OR (code = 0 AND size = -0.25 AND price = 10)"))
                    .containsExactly("3");
        }
    }
}
