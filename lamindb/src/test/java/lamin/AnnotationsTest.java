package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lamin.annotation.Annotations;
import lamin.annotation.Change;
import lamin.feature.Dtype;
import lamin.label.LabelName;
import lamin.label.StoredLabel;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import lnschema_bionty.CellType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotationsTest {
    @TempDir
    Path folder;

    private static final boolean CREATE = true;

    private static void assertFails(ErrorCode code, String message, Callable<?> call) {
        assertThatThrownBy(call::call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void labels_and_values_are_added_and_read_back(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            instance.labels().create("treated");
            instance.labels().create("mouse");
            instance.features().create("dose", "float");
            instance.features().create("species", "cat[ULabel]");
            instance.features().create("day", "date");
            instance.features().create("settings", "dict");
            var annotations = instance.annotations(lab.save("a.txt", "a"));

            annotations.addLabel("treated").addLabel("treated");
            annotations.set("dose", 0.5).set("species", "mouse").set("day", LocalDate.of(2026, 11, 30));
            annotations.set("settings", Map.of("n", 1));

            assertThat(annotations.labels()).extracting(StoredLabel::name).containsExactly("treated", "mouse");
            assertThat(annotations.values())
                    .containsExactly(
                            Map.entry("day", LocalDate.of(2026, 11, 30)),
                            Map.entry("dose", 0.5),
                            Map.entry("settings", Map.of("n", 1L)),
                            Map.entry("species", "mouse"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_replaces_the_values_that_a_feature_has(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            List.of("mouse", "human", "yeast").forEach(instance.labels()::create);
            instance.features().create("dose", "float");
            instance.features().create("species", "cat[ULabel]");
            var annotations = instance.annotations(lab.save("a.txt", "a"));
            annotations.set("dose", List.of(0.5, 1.5)).set("species", List.of("mouse", "human"));
            assertThat(annotations.values())
                    .containsEntry("dose", List.of(0.5, 1.5))
                    .containsEntry("species", List.of("mouse", "human"));

            annotations.set("dose", 1.5).set("species", List.of("human", "yeast"));
            assertThat(annotations.values())
                    .containsEntry("dose", 1.5)
                    .containsEntry("species", List.of("human", "yeast"));

            annotations.remove("dose").removeLabel("yeast");
            assertThat(annotations.values()).containsExactly(Map.entry("species", "human"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void equal_values_share_a_row(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            lab.instance().features().create("dose", "float");
            lab.instance().annotations(lab.save("a.txt", "a")).set("dose", 0.5);
            lab.instance().annotations(lab.save("b.txt", "b")).set("dose", 0.5);
            assertThat(lab.sql("select count(*) from lamindb_jsonvalue")).isOne();
            assertThat(lab.sql("select count(*) from lamindb_artifactjsonvalue"))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void missing_labels_and_features_are_errors_that_name_similar_ones(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            lab.instance().labels().create("treated");
            lab.instance().features().create("dose", "float");
            lab.instance().features().create("condition", "cat[ULabel]");
            var annotations = lab.instance().annotations(lab.save("a.txt", "a"));
            assertFails(ErrorCode.USAGE, "did you mean: treated?", () -> annotations.addLabel("Treted"));
            assertFails(ErrorCode.USAGE, "did you mean: dose?", () -> annotations.set("doze", 1));
            assertFails(
                    ErrorCode.USAGE,
                    "feature condition: there is no label treted",
                    () -> annotations.set("condition", "treted"));
            assertFails(ErrorCode.USAGE, "values of type float, found: much", () -> annotations.set("dose", "much"));
            assertFails(ErrorCode.USAGE, "no registry assay.Plate", () -> annotations.addLabel("assay.Plate:x"));
            assertThat(annotations.labels()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_changes_are_made_or_none(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var annotations = lab.instance().annotations(lab.save("a.txt", "a"));
            var changes = new ArrayList<Change>(List.of(
                    new Change.AddLabel(LabelName.parse("treated")),
                    new Change.SetValues("dose", null, List.of("0.5")),
                    new Change.SetValues("species", Dtype.parse("cat[ULabel]"), List.of("mouse"))));
            changes.add(new Change.RemoveValues("unknown"));
            assertFails(ErrorCode.USAGE, "no feature unknown", () -> annotations.apply(changes, CREATE));
            assertThat(lab.sql("select count(*) from lamindb_ulabel")).isZero();

            changes.removeLast();
            var created = annotations.apply(changes, CREATE);
            assertThat(created.labels()).extracting(StoredLabel::name).containsExactly("treated", "mouse");
            assertThat(created.features())
                    .extracting(each -> each.dtype().toString())
                    .containsExactly("float", "cat[ULabel]");
            assertThat(annotations.apply(changes, CREATE).labels()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void labels_of_any_module_annotate_artifacts(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder, "bionty")) {
            var instance = lab.instance();
            var tCell = new CellType("T cell", "CL:0000084");
            tCell.synonyms("T-cell|T lymphocyte");
            instance.registry(CellType.class).save(tCell);
            instance.features().create("by_expert", "cat[bionty.CellType]");
            var annotations = instance.annotations(lab.save("a.txt", "a"));

            annotations.addLabel("bionty.CellType:CL:0000084").set("by_expert", "T cell");
            assertThat(annotations.labels()).extracting(StoredLabel::name).containsExactly("T cell");
            assertThat(annotations.read().labels()).hasSize(2);
            assertThat(annotations.values()).containsExactly(Map.entry("by_expert", "T cell"));
            assertFails(
                    ErrorCode.USAGE,
                    "T lymphocyte is a synonym of T cell",
                    () -> annotations.addLabel("bionty.CellType:T lymphocyte"));

            assertThat(instance.labels().create("bionty.CellType:my cell").uid())
                    .isEqualTo("1QrKqhytXLfe96");
            assertFails(
                    ErrorCode.USAGE,
                    "a record of bionty.Gene needs more than the name X",
                    () -> instance.labels().create("bionty.Gene:X"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_feature_may_name_the_field_of_its_values(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder, "bionty")) {
            var instance = lab.instance();
            instance.registry(CellType.class).save(new CellType("T cell", "CL:0000084"));
            instance.features().create("cell", "cat[bionty.CellType.ontology_id]");
            var annotations = instance.annotations(lab.save("a.txt", "a")).set("cell", "CL:0000084");
            assertThat(annotations.labels()).extracting(StoredLabel::name).containsExactly("T cell");
            assertFails(
                    ErrorCode.USAGE,
                    "no field ontology",
                    () -> instance.features().create("x", "cat[bionty.CellType.ontology]"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void labels_have_types_and_parents(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var labels = lab.instance().labels();
            labels.createType("Condition");
            var typed = labels.create("ULabel[Condition]:control");
            var untyped = labels.create("control");
            assertThat(typed.type()).isEqualTo("Condition");
            assertThat(untyped).isNotEqualTo(typed);
            assertThat(labels.create("ULabel[Condition]:control")).isEqualTo(typed);
            assertThat(labels.get("control")).isEqualTo(untyped);
            assertThat(labels.get(typed.uid())).isEqualTo(typed);

            lab.instance().features().create("condition", "cat[ULabel[Condition]]");
            var annotations = lab.instance().annotations(lab.save("a.txt", "a")).set("condition", "control");
            assertThat(annotations.labels()).containsExactly(typed);
            labels.create("other");
            assertFails(ErrorCode.USAGE, "no label other", () -> annotations.set("condition", "other"));
            assertFails(
                    ErrorCode.USAGE,
                    "is not a value of feature condition",
                    () -> annotations.set("condition", untyped));

            var parent = labels.create("any");
            labels.addParent(untyped, parent);
            assertThat(labels.parents(untyped)).containsExactly(parent);
            assertThat(labels.children(parent)).containsExactly(untyped);
            assertFails(ErrorCode.REFUSED, "any cannot be below control", () -> {
                labels.addParent(parent, untyped);
                return true;
            });
            labels.removeParent(untyped, parent);
            assertThat(labels.parents(untyped)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void runs_have_plain_values_and_labels_without_features(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            lab.sql("insert into lamindb_transform (uid, key, kind, is_latest, created_by_id) values ('t', 'k',"
                    + " 'script', true, 1)");
            lab.sql("insert into lamindb_run (uid, transform_id, created_by_id, _status_code) values ('r', 1, 1, 0)");
            lab.instance().labels().create("good");
            lab.instance().features().create("temperature", "float");
            lab.instance().features().create("species", "cat[ULabel]");
            var annotations = lab.instance().annotationsOfRun("r");
            annotations.addLabel("good").set("temperature", 37.5);
            assertThat(annotations.labels()).extracting(StoredLabel::name).containsExactly("good");
            assertThat(annotations.values()).containsExactly(Map.entry("temperature", 37.5));
            assertFails(ErrorCode.REFUSED, "not as values of a feature", () -> annotations.set("species", "good"));
            assertFails(
                    ErrorCode.USAGE,
                    "no run with the uid s",
                    () -> lab.instance().annotationsOfRun("s"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void collections_have_labels_but_no_plain_values(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            List.of("good", "mouse").forEach(instance.labels()::create);
            instance.features().create("species", "cat[ULabel]");
            instance.features().create("dose", "float");
            var collection = instance.collections()
                    .save("plates", List.of(lab.save("a.txt", "a")))
                    .collection();
            var annotations = instance.annotations(collection);
            annotations.addLabel("good").addLabel("mouse").set("species", "mouse");
            assertThat(annotations.labels()).extracting(StoredLabel::name).containsExactly("good", "mouse");
            assertThat(annotations.values()).containsExactly(Map.entry("species", "mouse"));
            assertFails(ErrorCode.REFUSED, "can have labels but no values", () -> annotations.set("dose", 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void artifacts_are_found_by_label_and_by_value(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var instance = lab.instance();
            instance.labels().create("mouse");
            instance.features().create("dose", "float");
            instance.features().create("species", "cat[ULabel]");
            var one = lab.save("a.txt", "a");
            var two = lab.save("b.txt", "b");
            instance.annotations(one).addLabel("mouse").set("dose", 0.5);
            instance.annotations(two).set("species", "mouse").set("dose", 0.5);
            var index = instance.annotations();
            assertThat(index.artifactsWithLabel("mouse")).containsExactlyInAnyOrder(one.uid(), two.uid());
            assertThat(index.artifactsWithValue("species", "mouse")).containsExactly(two.uid());
            assertThat(index.artifactsWithValue("dose", 0.5)).containsExactlyInAnyOrder(one.uid(), two.uid());
            assertThat(index.artifactsWithValue("dose", "0.7")).isEmpty();
            assertThat(index.artifactsWithValue("species", "yeast")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_feature_of_another_type_is_refused(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var features = lab.instance().features();
            var dose = features.create("dose", "float");
            assertThat(features.create("dose", "float")).isEqualTo(dose);
            assertFails(
                    ErrorCode.REFUSED,
                    "exists with values of type float, not int",
                    () -> features.create("dose", "int"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_writers_create_the_same_labels_features_and_values_once(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder);
                var threads = Executors.newFixedThreadPool(8)) {
            var artifact = lab.save("a.txt", "a");
            var calls = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                var first = "label" + i % 2;
                var second = "label" + (i + 1) % 2;
                calls.add(() -> {
                    try (var instance = lab.open()) {
                        annotate(instance.annotations(artifact), first, second);
                        return true;
                    }
                });
            }
            for (var result : threads.invokeAll(calls)) {
                assertThat(result.get()).isTrue();
            }
            assertThat(lab.sql("select count(*) from lamindb_ulabel")).isEqualTo(3);
            assertThat(lab.sql("select count(*) from lamindb_feature")).isEqualTo(2);
            assertThat(lab.sql("select count(*) from lamindb_jsonvalue")).isOne();
            assertThat(lab.sql("select count(*) from lamindb_artifactulabel")).isEqualTo(3);
            assertThat(lab.sql("select count(*) from lamindb_artifactjsonvalue"))
                    .isOne();
        }
    }

    private static void annotate(Annotations annotations, String first, String second) {
        annotations.apply(
                List.of(
                        new Change.AddLabel(LabelName.parse(first)),
                        new Change.SetValues("dose", null, List.of("0.5")),
                        new Change.AddLabel(LabelName.parse(second)),
                        new Change.SetValues("species", Dtype.parse("cat[ULabel]"), List.of("mouse"))),
                CREATE);
    }
}
