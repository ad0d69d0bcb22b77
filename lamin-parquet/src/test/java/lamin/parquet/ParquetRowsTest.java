package lamin.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files that Python wrote. */
class ParquetRowsTest {
    private static final LocalDateTime TIME = LocalDateTime.parse("2026-01-01T10:30:00.250");
    private static final LocalDateTime EARLY = LocalDateTime.parse("1969-12-31T23:59:59.500");

    /** The cells of a column of {@code types.parquet}, of which the last one is empty. */
    private static List<@Nullable Object> cells(String column) {
        int position = TestTables.columns("types").stream()
                .map(TableColumn::name)
                .toList()
                .indexOf(column);
        var cells = new ArrayList<@Nullable Object>();
        TestTables.read(TestTables.path("types")).forEach(row -> cells.add(row.get(position)));
        assertThat(cells).hasSize(3);
        assertThat(cells.get(2)).isNull();
        return cells.subList(0, 2);
    }

    @Test
    void cells_are_values_of_the_types_of_their_columns() {
        assertThat(cells("int8")).containsExactly(-1L, 2L);
        assertThat(cells("int32")).containsExactly(-1L, 2L);
        assertThat(cells("int64")).containsExactly(-1L, 1L << 60);
        assertThat(cells("uint32")).containsExactly(1L, (1L << 32) - 1);
        assertThat(cells("uint64")).containsExactly(1L, BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
        assertThat(cells("half")).containsExactly(1.5, -2.0);
        assertThat(cells("float")).containsExactly(1.5, -2.0);
        assertThat(cells("double")).containsExactly(1.5, Double.NaN);
        assertThat(cells("string")).containsExactly("a", "1");
        assertThat(cells("large_string")).containsExactly("ä", "");
        assertThat(cells("category")).containsExactly("x", "y");
        assertThat(cells("bool")).containsExactly(true, false);
        assertThat(cells("date")).containsExactly(LocalDate.parse("2026-01-01"), LocalDate.parse("1969-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_ms", "time_us", "time_ns"})
    void times_are_the_same_in_every_unit(String column) {
        assertThat(cells(column)).containsExactly(TIME, EARLY);
    }

    @Test
    void times_with_a_zone_keep_it_and_those_of_96_bits_have_none() {
        assertThat(cells("time_utc")).containsExactly(TIME.atOffset(ZoneOffset.UTC), EARLY.atOffset(ZoneOffset.UTC));
        assertThat(TestTables.read(TestTables.path("int96")))
                .containsExactly(asList(TIME), asList(EARLY), asList((Object) null));
    }

    @Test
    void lists_and_structs_are_lists_and_maps() {
        assertThat(cells("list_int")).containsExactly(asList(1L, null, 3L), List.of());
        assertThat(cells("list_string")).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(cells("list_list")).containsExactly(List.of(List.of(1L), List.of(2L, 3L)), List.of(List.of()));
        var second = new HashMap<String, @Nullable Object>(Map.of("s", "b"));
        second.put("n", null);
        assertThat(cells("struct")).containsExactly(Map.of("n", 1L, "s", "a"), second);
        assertThat(cells("map")).containsExactly(Map.of("a", 1L), Map.of());
    }

    @Test
    void lists_in_the_older_notation_are_the_same() {
        assertThat(TestTables.read(TestTables.path("old_lists")))
                .containsExactly(
                        asList(asList(1L, null, 3L), List.of("a", "b")),
                        asList(List.of(), List.of("c")),
                        asList(null, null));
    }

    @Test
    void other_values_are_as_the_file_has_them() {
        assertThat(cells("decimal")).containsExactly(new BigDecimal("1.50"), new BigDecimal("-2.25"));
        assertThat(cells("binary")).containsExactly("a".getBytes(UTF_8), "b".getBytes(UTF_8));
        assertThat(cells("clock")).containsExactly(LocalTime.parse("01:02:03"), LocalTime.parse("04:00"));
        assertThat(cells("uuid")).containsExactly(new UUID(0, 1), new UUID(0, 2));
        assertThat(cells("none")).containsOnlyNulls();
    }

    @Test
    void columns_have_the_types_of_features_where_there_is_one() {
        assertThat(TestTables.columns("types"))
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly(
                        "int8 int",
                        "int32 int",
                        "int64 int",
                        "uint32 int",
                        "uint64 int",
                        "half float",
                        "float float",
                        "double float",
                        "string str",
                        "large_string str",
                        "category str",
                        "bool bool",
                        "date date",
                        "time_ms datetime",
                        "time_us datetime",
                        "time_ns datetime",
                        "time_utc datetime64[ns, UTC]",
                        "list_int list[int]",
                        "list_string list[str]",
                        "list_list list[list[int]]",
                        "struct dict",
                        "map MAP",
                        "decimal DECIMAL(10, 2)",
                        "binary BYTE_ARRAY",
                        "clock TIME(MICROS, local)",
                        "uuid UUID",
                        "none text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"codec_none", "codec_snappy", "codec_gzip", "codec_zstd"})
    void compressed_tables_are_read(String name) {
        assertThat(TestTables.read(TestTables.path(name)))
                .hasSize(20)
                .startsWith(List.of("s0", 0.0, 0L), List.of("s1", 0.25, 1L))
                .contains(asList("s9", 2.25, null))
                .endsWith(asList("s19", 4.75, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "no_dictionary", "delta"})
    void all_row_groups_pages_and_encodings_are_read(String name) {
        var rows = TestTables.read(TestTables.path(name));
        assertThat(rows).hasSize(1000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).isEqualTo(asList("s" + i, i / 4.0, i % 10 == 9 ? null : (Object) (long) i));
        }
    }

    @Test
    void rows_are_numbered_from_one() {
        try (var rows = TableFile.at(TestTables.path("groups")).open()) {
            var numbers = LongStream.generate(() -> {
                        var row = rows.next();
                        return row == null ? -1 : row.number();
                    })
                    .takeWhile(number -> number > 0)
                    .toArray();
            assertThat(numbers).containsExactly(LongStream.rangeClosed(1, 1000).toArray());
        }
    }

    @Test
    void a_table_without_rows_has_columns() {
        assertThat(TestTables.read(TestTables.path("no_rows"))).isEmpty();
        assertThat(TestTables.columns("no_rows"))
                .extracting(TableColumn::name)
                .containsExactly("sample", "dose", "count");
    }

    @Test
    void columns_of_the_same_name_are_read_by_their_position() {
        assertThat(TestTables.read(TestTables.path("two_names"))).containsExactly(List.of(1L, "a"));
    }

    @ParameterizedTest
    @CsvSource({"pandas_index,__index_level_0__", "pandas_named_index,cell"})
    void the_index_of_pandas_is_marked(String name, String index) {
        assertThat(TestTables.columns(name))
                .extracting(column -> column.name() + (column.isIndex() ? " index" : ""))
                .containsExactly("n", "s", index + " index");
        assertThat(TestTables.read(TestTables.path(name))).startsWith(List.of(1L, "a", "x"));
    }

    @Test
    void an_index_that_counts_rows_is_no_column() {
        assertThat(TestTables.columns("pandas")).extracting(TableColumn::name).containsExactly("n", "s");
    }
}
