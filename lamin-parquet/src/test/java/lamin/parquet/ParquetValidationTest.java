package lamin.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import lamin.Instance;
import lamin.artifact.SaveOptions;
import lamin.dataset.SchemaDraft;
import lamin.dataset.StoredSchema;
import lamin.dataset.StoredSchema.Rules;
import lamin.dataset.Violation;
import lamin.dataset.Violation.Rule;
import lamin.feature.Dtype;
import lamin.feature.FeatureDraft;
import lamin.feature.StoredFeature;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.tablefile.TableFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas check the values of Parquet tables, not texts of them. */
class ParquetValidationTest {
    private final Path folder;
    private final Instance instance;

    ParquetValidationTest(@TempDir Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.instance = TestTables.instance(this.folder);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    private StoredFeature feature(String name, String dtype) {
        return instance.features().create(name, dtype);
    }

    private StoredFeature required(String name, String dtype) {
        return instance.features()
                .create(FeatureDraft.of(name, Dtype.parse(dtype)).notNull());
    }

    private StoredSchema schema(Rules rules, StoredFeature... features) {
        return instance.schemas()
                .create(SchemaDraft.of("small", List.of(features)).rules(rules));
    }

    private List<String> violations(String table, StoredSchema schema) {
        return violations(TestTables.path(table), schema);
    }

    private List<String> violations(Path table, StoredSchema schema) {
        return instance.validation().check(table, schema).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | int8 int32 int64 uint32 uint64 none",
                "float | half float double none",
                "num | int8 int32 int64 uint32 uint64 half float double none",
                "str | string large_string category none",
                "bool | bool none",
                "date | date none",
                "datetime | time_ms time_us time_ns none",
                "'datetime64[ns, UTC]' | time_utc none",
                "dict | struct none",
                "list[int] | list_int none",
                "list[str] | list_string none",
                "list[float] | none"
            })
    void the_type_of_a_column_decides_whether_a_feature_can_have_its_values(String dtype, String accepted) {
        for (var column : TestTables.columns("types")) {
            var feature = feature(column.name(), dtype);
            var expected = List.of(accepted.split(" ")).contains(column.name())
                    ? List.of()
                    : List.of(
                            "column " + column.name() + ": expected " + dtype + ", found a column of " + column.type());
            // a text may be a dictionary in JSON, which each cell shows
            var isText = dtype.equals("dict") && column.type().toString().equals("str");
            if (!isText) {
                assertThat(violations("types", named(feature)))
                        .as(column.name())
                        .isEqualTo(expected);
            }
        }
    }

    private StoredSchema named(StoredFeature feature) {
        return instance.schemas().create(SchemaDraft.of(feature.name(), List.of(feature)));
    }

    @ParameterizedTest
    @CsvSource({"int,double", "int,string", "float,int64", "date,time_us", "datetime,date", "datetime,time_utc"})
    void a_close_type_is_accepted_if_values_are_coerced_and_each_value_is_checked(String dtype, String column) {
        var schema = instance.schemas()
                .create(SchemaDraft.of("coerced", List.of(feature(column, dtype)))
                        .rules(Rules.USUAL.coerced()));
        var expected = switch (column) {
            case "double" -> List.of("row 1, column double: expected int, found: 1.5");
            case "string" -> List.of("row 1, column string: expected int, found: a");
            default -> List.of();
        };
        assertThat(violations("types", schema)).isEqualTo(expected);
    }

    @Test
    void empty_cells_and_not_a_number_are_missing_values() {
        var schema = schema(
                Rules.USUAL,
                required("int64", "int"),
                required("double", "float"),
                required("string", "str"),
                required("list_int", "list[int]"));
        assertThat(violations("types", schema))
                .containsExactly(
                        "row 2, column double: a value is required",
                        "row 3, column int64: a value is required",
                        "row 3, column double: a value is required",
                        "row 3, column string: a value is required",
                        "row 3, column list_int: a value is required");
    }

    @Test
    void all_violations_are_reported_with_row_and_column() {
        instance.labels().create("a");
        instance.labels().create("b");
        var schema = schema(
                Rules.USUAL,
                feature("string", "cat[ULabel]"),
                feature("list_string", "list[cat[ULabel]]"),
                feature("int8", "cat[ULabel]"),
                feature("Bool", "bool"));
        assertThat(violations("types", schema))
                .containsExactly(
                        "column Bool: required, but missing; the table has bool",
                        "column int8: expected cat[ULabel], found a column of int",
                        "row 2, column string: not in cat[ULabel]: 1; did you mean a or b?",
                        "row 2, column list_string: not in list[cat[ULabel]]: c; did you mean a or b?");
    }

    /** Twelve random tables, see {@code tables.py}. */
    @Test
    void the_same_table_as_csv_breaks_a_schema_in_the_same_places() {
        instance.labels().create("mouse");
        instance.labels().create("human");
        var schema = schema(
                Rules.USUAL.ordered().maximal(),
                required("n", "int"),
                required("x", "float"),
                required("s", "str"),
                required("b", "bool"),
                required("d", "date"),
                required("t", "datetime"),
                required("species", "cat[ULabel]"));
        var rules = EnumSet.noneOf(Rule.class);
        for (int number = 0; number < 12; number++) {
            var csv = instance.validation().check(pair(number, ".csv"), schema);
            var parquet = instance.validation().check(pair(number, ".parquet"), schema);
            assertThat(places(parquet.violations())).as("table %s", number).isEqualTo(places(csv.violations()));
            assertThat(parquet.observations()).isEqualTo(csv.observations());
            assertThat(parquet.labels()).isEqualTo(csv.labels());
            assertThat(parquet.unknown()).isEqualTo(csv.unknown());
            assertThat(parquet.columns()).isEqualTo(csv.columns());
            parquet.violations().forEach(violation -> rules.add(violation.rule()));
        }
        assertThat(rules)
                .contains(
                        Rule.MISSING_COLUMN,
                        Rule.UNEXPECTED_COLUMN,
                        Rule.COLUMN_ORDER,
                        Rule.MISSING_VALUE,
                        Rule.CATEGORY);
    }

    private static Path pair(int number, String extension) {
        return TestTables.path("pairs/" + number).resolveSibling(number + extension);
    }

    /** Cells may have line breaks, so the number of a line is only compared by its order. */
    private static List<String> places(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule() + " " + violation.column() + " " + violation.message())
                .toList();
    }

    @Test
    void a_schema_is_drafted_from_the_types_and_the_table_obeys_it() {
        var table = TableFile.at(TestTables.path("codec_zstd"));
        var columns = instance.validation().draft(table);
        assertThat(columns)
                .extracting(
                        column -> column.name() + " " + column.dtype() + (column.isMissingValues() ? " missing" : ""))
                .containsExactly("sample str", "dose float", "count int missing");
        var schema = instance.validation().create("drafted", columns);
        assertThat(instance.validation().check(table, schema).isValid()).isTrue();
    }

    @Test
    void types_that_no_feature_has_are_named_when_a_schema_is_drafted() {
        assertThatThrownBy(() -> instance.validation().draft(TableFile.at(TestTables.path("types"))))
                .isInstanceOfSatisfying(
                        LaminException.class,
                        e -> assertThat(e.remedies())
                                .extracting(Remedy::describe)
                                .first()
                                .asString()
                                .contains("without"))
                .hasMessage(
                        "features have no type for the values of these columns: map (MAP), decimal (DECIMAL(10, 2)),"
                                + " binary (BYTE_ARRAY), clock (TIME(MICROS, local)), uuid (UUID)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pandas", "pandas_index", "pandas_named_index"})
    void the_index_of_pandas_is_not_among_the_columns(String name) {
        var n = feature("n", "int");
        var s = feature("s", "str");
        assertThat(violations(name, schema(Rules.USUAL.maximal(), n, s))).isEmpty();
        assertThat(instance.validation().draft(TableFile.at(TestTables.path(name))))
                .hasSize(2);
    }

    @Test
    void a_required_column_that_is_the_index_of_pandas_is_missing() {
        assertThat(violations("pandas_named_index", schema(Rules.USUAL, feature("cell", "str"))))
                .containsExactly("column cell: required, but missing; it is the index of the table, not a column");
    }

    @Test
    void columns_of_the_same_name_are_reported() {
        assertThat(violations("two_names", schema(Rules.USUAL, feature("n", "int"))))
                .containsExactly("column n: the name occurs more than once");
    }

    @Test
    void a_valid_artifact_is_annotated_with_its_schema_and_rows() throws IOException {
        var schema = schema(Rules.USUAL, feature("sample", "str"), feature("count", "int"));
        var file = Files.copy(TestTables.path("groups"), folder.resolve("groups.parquet"));
        var artifact = instance.artifacts()
                .save(file, SaveOptions.key("d/groups.parquet"))
                .artifact();
        var path = instance.artifacts().path(artifact);
        instance.validation().record(artifact, instance.validation().check(path, schema));
        assertThat(instance.records("artifact")
                        .filter("schema.name=small")
                        .filter("n_observations=1000")
                        .count())
                .isOne();
    }
}
