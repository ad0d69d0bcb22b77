package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.model.ColumnType;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that another type cannot hold digit by digit. */
class NumberConversionTest {
    /** The first whole number that a double cannot hold. */
    private static final String NUMBER = "9007199254740993";

    private static Stream<Arguments> numbers() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(decimal(20, 0), text(), int64()).map(type -> Arguments.of(kind, type)));
    }

    private static TestModule module(ColumnType type) {
        return TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_x")
                                .column("id", int64())
                                .column("v", type)
                                .primaryKey("id"));
    }

    private static void refuses(Database database, TestModule module, Consumer<Operations> change) {
        database.deploy(module);
        database.execute("INSERT INTO assay_x (id, v) VALUES (1, '1'), (2, '" + NUMBER + "')");

        assertThatThrownBy(() -> database.deploy(module.then("float", change)))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("assay_x.v");

        assertThat(database.rows("SELECT v FROM assay_x ORDER BY id")).isEqualTo(List.of("1", NUMBER));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_that_would_lose_digits_is_refused(TestDatabase.Kind kind, ColumnType type) {
        try (var database = Database.of(kind)) {
            refuses(database, module(type), op -> op.alterColumn("assay_x", "v").type(float64()));
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_that_would_lose_digits_is_refused_after_own_sql(TestDatabase.Kind kind, ColumnType type) {
        try (var database = Database.of(kind)) {
            refuses(database, module(type), op -> {
                op.execute(sql().sqlite("UPDATE assay_x SET v = v").postgresql("UPDATE assay_x SET v = v"));
                op.alterColumn("assay_x", "v").type(float64());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbers_that_keep_their_digits_are_converted(TestDatabase.Kind kind, ColumnType type) {
        try (var database = Database.of(kind)) {
            var module = module(type);
            database.deploy(module);
            database.execute("INSERT INTO assay_x (id, v) VALUES (1, '123456789012345'), (2, '-3'), (3, NULL)");

            database.deploy(
                    module.then("float", op -> op.alterColumn("assay_x", "v").type(float64())));

            assertThat(database.rows("SELECT id FROM assay_x WHERE v = 123456789012345 OR v = -3 OR v IS NULL"))
                    .hasSize(3);
        }
    }
}
