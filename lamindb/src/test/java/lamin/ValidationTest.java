package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import lamin.dataset.SchemaDraft;
import lamin.dataset.StoredSchema;
import lamin.dataset.StoredSchema.Rules;
import lamin.dataset.ValidatedTable;
import lamin.dataset.Violation;
import lamin.feature.Dtype.Simple;
import lamin.feature.FeatureDraft;
import lamin.feature.StoredFeature;
import lamin.library.OptionalLibrary;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.tablefile.TableFile;
import lamin.testing.databases.TestDatabase.Kind;
import lnschema_bionty.CellType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidationTest {
    @TempDir
    Path folder;

    private static StoredFeature feature(TestInstance lab, String name, String dtype) {
        return lab.instance().features().create(name, dtype);
    }

    private static StoredSchema schema(TestInstance lab, Rules rules, StoredFeature... features) {
        return lab.instance()
                .schemas()
                .create(SchemaDraft.of("small", List.of(features)).rules(rules));
    }

    private static ValidatedTable check(TestInstance lab, StoredSchema schema, String text) throws IOException {
        return lab.instance().validation().check(lab.write("table.csv", text), schema);
    }

    private static List<String> violations(TestInstance lab, StoredSchema schema, String text) throws IOException {
        return check(lab, schema, text).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void all_violations_are_reported_with_line_and_column(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder, "bionty")) {
            var cell = new CellType("T cell", "CL:0000084");
            cell.synonyms("T lymphocyte");
            lab.instance().registry(CellType.class).save(cell);
            var id = lab.instance()
                    .features()
                    .create(FeatureDraft.of("id", Simple.STR).notNull());
            var schema = schema(
                    lab,
                    Rules.USUAL,
                    id,
                    feature(lab, "dose", "float"),
                    feature(lab, "cell", "cat[bionty.CellType]"),
                    feature(lab, "day", "date"),
                    feature(lab, "ok", "bool"));
            assertThat(violations(lab, schema, """
                id,dose,cell,Day,ok
                a,0.5,T cell,2026-01-01,true
                ,1,T lymphocyte,2026-01-01,yes
                "c
                d",many,t cell,2026-01-01,FALSE
                e,NA,,2026-01-01
                """))
                    .containsExactly(
                            "column day: required, but missing; the table has Day",
                            "line 3, column id: a value is required",
                            "line 3, column cell: not in cat[bionty.CellType]: T lymphocyte; did you mean T cell?",
                            "line 3, column ok: expected bool, found: yes",
                            "line 4, column dose: expected float, found: many",
                            "line 4, column cell: not in cat[bionty.CellType]: t cell; did you mean T cell?",
                            "line 6: expected 5 cells, found 4");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void a_schema_may_refuse_other_columns_and_another_order(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var schema =
                    schema(lab, Rules.USUAL.ordered().maximal(), feature(lab, "a", "int"), feature(lab, "b", "int"));
            assertThat(violations(lab, schema, "a,b\n1,2\n")).isEmpty();
            assertThat(violations(lab, schema, "b,a,c,c\n1,2,3,4\n"))
                    .containsExactly(
                            "column c: the name occurs more than once",
                            "column c: not in the schema, which allows no other columns",
                            "column c: not in the schema, which allows no other columns",
                            "column b: out of order: expected a here");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void optional_columns_may_be_missing(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var draft =
                    SchemaDraft.of("small", List.of(feature(lab, "a", "int"))).optional(feature(lab, "b", "int"));
            var schema = lab.instance().schemas().create(draft);
            assertThat(schema.members())
                    .extracting(StoredSchema.Member::isOptional)
                    .containsExactly(false, true);
            assertThat(violations(lab, schema, "a\n1\n")).isEmpty();
            assertThat(violations(lab, schema, "a,b\n1,x\n")).hasSize(1);
            var nothing = schema.rules().notMinimal();
            var all = lab.instance().schemas().create(new SchemaDraft("all", schema.members(), nothing));
            assertThat(violations(lab, all, "b\n1\n")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void a_flexible_schema_checks_all_columns_that_have_a_feature(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            feature(lab, "b", "int");
            var schema = schema(lab, Rules.USUAL.flexible(), feature(lab, "a", "int"));
            assertThat(violations(lab, schema, "a,b,c\n1,x,y\n"))
                    .containsExactly("line 2, column b: expected int, found: x");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void values_of_a_close_type_are_accepted_if_they_are_coerced(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var strict = schema(lab, Rules.USUAL, feature(lab, "n", "int"), feature(lab, "l", "list[int]"));
            assertThat(violations(lab, strict, "n,l\n1.0,\"[1, 2]\"\n2,\"[1.5]\"\n3,4\n"))
                    .hasSize(3);
            var coerced = lab.instance()
                    .schemas()
                    .create(new SchemaDraft("coerced", strict.members(), Rules.USUAL.coerced()));
            assertThat(violations(lab, coerced, "n,l\n1.0,\n1.5,\n"))
                    .containsExactly("line 3, column n: expected int, found: 1.5");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void tabs_compression_and_byte_order_marks_are_read(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var schema = schema(lab, Rules.USUAL, feature(lab, "a", "int"), feature(lab, "b", "str"));
            var validation = lab.instance().validation();
            assertThat(validation
                            .check(lab.write("t.tsv", "\uFEFFa\tb\r\n1\t\"x\ty\"\r\n"), schema)
                            .isValid())
                    .isTrue();
            var zipped = lab.home().folder().resolve("t.csv.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
                out.write("a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(validation.check(zipped, schema).observations()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void files_that_are_no_tables_are_refused(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var schema = schema(lab, Rules.USUAL, feature(lab, "a", "int"));
            var validation = lab.instance().validation();
            assertFails(ErrorCode.USAGE, "is not a table", validation, lab.write("t.txt", "a\n1\n"), schema);
            assertFails(
                    ErrorCode.FAILURE,
                    "Parquet tables need lamin-parquet, which is not on the class path\nadd "
                            + OptionalLibrary.LAMIN_PARQUET.coordinates(),
                    validation,
                    lab.write("t.parquet", "PAR1"),
                    schema);
            assertFails(ErrorCode.USAGE, "there is no file", validation, folder.resolve("absent.csv"), schema);
            assertFails(ErrorCode.FAILURE, "it is empty", validation, lab.write("t.csv", ""), schema);
            assertFails(ErrorCode.FAILURE, "cannot read", validation, lab.write("t.csv", "a\n\"1\n"), schema);
            var latin = lab.home().folder().resolve("latin.csv");
            Files.write(latin, "a\n\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
            assertFails(ErrorCode.FAILURE, "it is not UTF-8", validation, latin, schema);
        }
    }

    private static void assertFails(
            ErrorCode code, String message, lamin.dataset.Validation validation, Path file, StoredSchema schema) {
        assertThatThrownBy(() -> validation.check(file, schema))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void a_valid_artifact_is_annotated_with_its_schema_labels_and_rows(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            List.of("mouse", "human").forEach(instance.labels()::create);
            var schema = schema(lab, Rules.USUAL, feature(lab, "n", "int"), feature(lab, "species", "cat[ULabel]"));
            var artifact = lab.save("t.csv", "n,species\n1,mouse\n2,human\n3,mouse\n");
            var checked = instance.validation().check(instance.artifacts().path(artifact), schema);
            instance.validation().record(artifact, checked);
            instance.validation().record(artifact, checked);

            assertThat(lab.sql("select n_observations from lamindb_artifact")).isEqualTo(3);
            assertThat(lab.sql("select schema_id from lamindb_artifact where otype = 'DataFrame' and kind = 'dataset'"))
                    .isEqualTo(schema.id());
            assertThat(lab.sql("select schema_id from lamindb_artifactschema where slot = 'columns'"))
                    .isEqualTo(schema.id());
            assertThat(instance.annotations(artifact).values().get("species"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsExactlyInAnyOrder("mouse", "human");
            assertThatThrownBy(() -> instance.annotations(artifact).set("species", "mouse"))
                    .hasMessageContaining("is a column of artifact");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_without_an_optional_column_has_a_schema_of_its_own(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            var draft =
                    SchemaDraft.of("small", List.of(feature(lab, "a", "int"))).optional(feature(lab, "b", "int"));
            var schema = instance.schemas().create(draft);
            var artifact = lab.save("t.csv", "a\n1\n");
            instance.validation()
                    .record(
                            artifact,
                            instance.validation().check(instance.artifacts().path(artifact), schema));
            assertThat(lab.sql("select s.n_members from lamindb_artifactschema a join lamindb_schema s on s.id ="
                            + " a.schema_id where s.name is null and s.id <> " + schema.id()))
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_invalid_table_is_not_recorded(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var schema = schema(lab, Rules.USUAL, feature(lab, "a", "int"));
            var artifact = lab.save("t.csv", "a\nx\n");
            var checked = check(lab, schema, "a\nx\n");
            assertThatThrownBy(() -> lab.instance().validation().record(artifact, checked))
                    .hasMessageContaining("breaks schema small in 1 place")
                    .hasMessageContaining("line 2, column a: expected int, found: x");
            assertThat(lab.sql("select count(*) from lamindb_artifactschema")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_drafted_from_a_table(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            feature(lab, "species", "cat[ULabel]");
            var file = lab.write("t.csv", """
                n,x,ok,day,time,text,mixed,species,empty,code
                1,1,true,2026-01-01,2026-01-01T10:00:00,a,1,mouse,,007
                2,1.5,False,2026-01-02,2026-01-02 11:00:00,b,x,mouse,,NA
                """);
            var validation = lab.instance().validation();
            var columns = validation.draft(TableFile.at(file));
            assertThat(columns)
                    .extracting(column -> column.name() + " " + column.dtype() + (column.isKnown() ? " known" : ""))
                    .containsExactly(
                            "n int",
                            "x float",
                            "ok bool",
                            "day date",
                            "time datetime",
                            "text str",
                            "mixed str",
                            "species cat[ULabel] known",
                            "empty str",
                            "code str");
            var schema = validation.create("drafted", columns);
            assertThat(schema.members()).hasSize(10);
            assertThat(lab.instance().schemas().get("drafted")).isEqualTo(schema);
            assertThat(validation.create("drafted", columns)).isEqualTo(schema);
            assertThat(validation.check(file, schema).violations())
                    .extracting(Violation::toString)
                    .containsExactly(
                            "line 2, column species: not in cat[ULabel]: mouse",
                            "line 3, column species: not in cat[ULabel]: mouse");
        }
    }

    @ParameterizedTest
    @EnumSource
    void equal_schemas_are_one_and_names_are_unique(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var a = feature(lab, "a", "int");
            var b = feature(lab, "b", "int");
            var schemas = lab.instance().schemas();
            var first = schemas.create(SchemaDraft.of("one", List.of(a, b)));
            assertThat(schemas.create(SchemaDraft.of("two", List.of(b, a)))).isEqualTo(first);
            assertThatThrownBy(() -> schemas.create(SchemaDraft.of("one", List.of(a))))
                    .hasMessageContaining("schema one exists with other columns or rules");
            assertThatThrownBy(() -> schemas.get("on")).hasMessageContaining("did you mean: one?");
            assertThat(schemas.list()).extracting(StoredSchema::name).containsExactly("one");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void violations_beyond_the_kept_ones_are_counted(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var schema = schema(lab, Rules.USUAL, feature(lab, "a", "int"), feature(lab, "s", "cat[ULabel]"));
            var checked = check(lab, schema, "a,s\n" + "x,y\n".repeat(30_000));
            assertThat(checked.violations()).hasSize(10_000);
            assertThat(checked.violationCount()).isEqualTo(60_000);
            assertThat(checked.labels()).isEqualTo(Map.of());
        }
    }
}
