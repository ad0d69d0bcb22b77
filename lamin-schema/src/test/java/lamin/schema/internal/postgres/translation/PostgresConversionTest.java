package lamin.schema.internal.postgres.translation;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.float32;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.time;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.ColumnType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that PostgreSQL's own casts would change without a word when a column gets another type. */
class PostgresConversionTest {
    private final Database database = Database.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    private TestModule with(ColumnType type, String value) {
        var base = TestModule.named("assay")
                .then("base", op -> op.createTable("assay_x").column("v", type));
        database.deploy(base);
        database.execute("INSERT INTO assay_x VALUES (" + SqlTokens.literal(value) + "), (NULL)");
        return base;
    }

    static Stream<Arguments> lossy() {
        return Stream.of(
                Arguments.of(int32(), "7", bool()),
                Arguments.of(int64(), "9007199254740993", float64()),
                Arguments.of(int32(), "16777217", float32()),
                Arguments.of(text(), "2024-01-01 10:11:12", date()),
                Arguments.of(text(), "today", date()),
                Arguments.of(text(), "01/02/2024", date()),
                Arguments.of(text(), "2024-01-01 10:11:12+02", timestamp()),
                Arguments.of(text(), "2024-01-01 10:11:12.1234567", timestamptz()),
                Arguments.of(text(), "2024-01-01 10:11:12", time()),
                Arguments.of(timestamp(), "2024-01-01 10:11:12", time()),
                Arguments.of(text(), "ab   ", string(3)));
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void a_value_that_would_not_come_over_whole_is_refused(ColumnType from, String value, ColumnType to) {
        var base = with(from, value);

        assertThatThrownBy(() -> database.deploy(
                        base.then("type", op -> op.alterColumn("assay_x", "v").type(to))))
                .hasMessageContaining("1 rows of assay_x.v hold values that are no " + to.display())
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);

        assertThat(database.rows("SELECT v FROM assay_x")).containsExactly(value, "null");
    }

    static Stream<Arguments> whole() {
        return Stream.of(
                Arguments.of(int32(), "1", bool(), "t"),
                Arguments.of(int64(), "9007199254740992", float64(), "9.007199254740992e+15"),
                Arguments.of(text(), "2024-01-01", date(), "2024-01-01"),
                Arguments.of(text(), "10:11:12.5", time(), "10:11:12.5"),
                Arguments.of(text(), "2024-01-01T10:11", timestamp(), "2024-01-01 10:11:00"),
                Arguments.of(text(), "abc", string(3), "abc"),
                Arguments.of(string(5), "ab   ", string(9), "ab   "));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void a_value_that_comes_over_whole_is_converted(ColumnType from, String value, ColumnType to, String expected) {
        var base = with(from, value);

        database.deploy(base.then("type", op -> op.alterColumn("assay_x", "v").type(to)));

        assertThat(database.rows("SELECT v FROM assay_x")).containsExactly(expected, "null");
    }

    @Test
    void a_backslash_in_a_text_is_one_byte_of_it() {
        var base = with(text(), "a\\\\b");

        database.deploy(base.then("type", op -> op.alterColumn("assay_x", "v").type(bytes())));

        assertThat(database.rows("SELECT convert_from(v, 'UTF8') FROM assay_x")).containsExactly("a\\\\b", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 2}", "[1, {\"b\": {\"a\": 1, \"a\": null}}]"})
    void json_in_which_a_key_is_repeated_is_refused(String json) {
        var base = with(text(), json);

        assertThatThrownBy(() -> database.deploy(
                        base.then("type", op -> op.alterColumn("assay_x", "v").type(json()))))
                .hasMessageContaining("values of assay_x.v would be rounded or cut off as json");

        assertThat(database.rows("SELECT v FROM assay_x")).containsExactly(json, "null");
    }

    @Test
    void json_with_equal_keys_in_different_objects_is_converted() {
        var base = with(text(), "[{\"a\": 1}, {\"a\": {\"a\": 2}}, 3]");

        database.deploy(base.then("type", op -> op.alterColumn("assay_x", "v").type(json())));

        assertThat(database.rows("SELECT v FROM assay_x"))
                .containsExactly("[{\"a\": 1}, {\"a\": {\"a\": 2}}, 3]", "null");
    }

    @Test
    void an_offset_that_the_text_has_counts() {
        var base = with(text(), "2024-01-01 10:00:00+02");

        database.deploy(base.then("type", op -> op.alterColumn("assay_x", "v").type(timestamptz())));

        assertThat(database.rows("SELECT v AT TIME ZONE 'UTC' FROM assay_x"))
                .containsExactly("2024-01-01 08:00:00", "null");
    }

    @Test
    void what_no_cast_converts_is_refused_with_what_to_write() {
        var base = with(date(), "2024-01-01");

        assertThatThrownBy(() -> database.deploy(
                        base.then("type", op -> op.alterColumn("assay_x", "v").type(int32()))))
                .hasMessageContaining("cannot cast type date to integer")
                .satisfies(advising("state in the migration how to convert the values: .using(\"SQL\")"))
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }
}
