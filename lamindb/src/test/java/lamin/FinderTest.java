package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lamin.artifact.SaveOptions;
import lamin.find.RecordQuery;
import lamin.find.Records;
import lamin.instance.Row;
import lamin.registry.Condition;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of one instance, found and shown. */
class FinderTest {
    @TempDir
    static Path folder = Path.of("");

    private static final Map<Kind, Fixture> FIXTURES = new EnumMap<>(Kind.class);

    /** Three artifacts, one of them with two versions; labels, cell types and a run. */
    private record Fixture(Instance instance, @Nullable TestPostgres postgres) {
        static Fixture create(Kind kind) {
            try {
                var home = Home.in(Files.createDirectory(folder.toRealPath().resolve(kind.name())));
                var postgres = kind == Kind.POSTGRESQL ? TestPostgres.create() : null;
                var options = InitOptions.storage("lab").modules("bionty");
                var instance = home.lamin()
                        .init(postgres == null ? options : options.db(postgres.url()))
                        .instance();
                var fixture = new Fixture(instance, postgres);
                fixture.save(home.folder(), "runs/counts.csv", "a,b");
                fixture.save(home.folder(), "runs/counts.csv", "a,b,c");
                fixture.save(home.folder(), "raw/reads_1.fastq", "ACGT");
                fixture.save(home.folder(), "100%_sure.txt", "text");
                fixture.fill();
                return fixture;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void save(Path home, String key, String text) throws IOException {
            var file = Files.writeString(home.resolve(Path.of(key).getFileName()), text);
            instance.artifacts().save(file, SaveOptions.key(key));
        }

        private void fill() {
            execute(
                    label("treated", "exposed to a drug"),
                    label("untreated", null),
                    label("Gamma delta", "γδ T cell, a kind of treated|cell"),
                    label("pretreatment", "before"),
                    "update lamindb_ulabel set branch_id = -1 where name = 'pretreatment'",
                    "insert into lamindb_ulabel_parents (from_ulabel_id, to_ulabel_id) select c.id, p.id from"
                            + " lamindb_ulabel c, lamindb_ulabel p where c.name = 'untreated' and p.name = 'treated'",
                    "insert into lamindb_artifactulabel (artifact_id, ulabel_id, created_by_id, created_at)"
                            + " select a.id, u.id, 1, a.created_at from lamindb_artifact a, lamindb_ulabel u"
                            + " where a.key = 'raw/reads_1.fastq' and u.name in ('treated', 'Gamma delta')",
                    "insert into lamindb_transform (uid, key, is_latest, is_locked, branch_id, created_on_id,"
                            + " space_id, created_by_id, created_at, updated_at, kind) select 'transform1230000',"
                            + " 'step.py', true, false, 1, 1, 1, 1, created_at, created_at, 'script' from lamindb_user",
                    "insert into lamindb_run (uid, transform_id, started_at, is_locked, branch_id, created_on_id,"
                            + " space_id, created_by_id, created_at, updated_at, _status_code) select"
                            + " 'run00000000000000000', id, created_at, false, 1, 1, 1, 1, created_at, created_at, 0 from"
                            + " lamindb_transform",
                    "update lamindb_artifact set run_id = (select id from lamindb_run) where key = 'runs/counts.csv'",
                    "insert into lamindb_artifact_input_of_runs (artifact_id, run_id) select a.id, r.id from"
                            + " lamindb_artifact a, lamindb_run r where a.key = 'raw/reads_1.fastq'",
                    "insert into lamindb_feature (uid, name, is_type, is_locked, branch_id, created_on_id, space_id,"
                            + " created_by_id, created_at, updated_at, array_rank, array_size, _dtype_str) select"
                            + " 'feature12345', 'temperature', false, false, 1, 1, 1, 1, created_at, created_at, 0, 0,"
                            + " 'float' from lamindb_user",
                    "insert into lamindb_jsonvalue (value, hash, feature_id, is_locked, branch_id, created_on_id,"
                            + " space_id, created_by_id, created_at) select '21.5', 'h', f.id, false, 1, 1, 1, 1,"
                            + " f.created_at from lamindb_feature f",
                    "insert into lamindb_artifactjsonvalue (artifact_id, jsonvalue_id, created_by_id, created_at)"
                            + " select a.id, j.id, 1, j.created_at from lamindb_artifact a, lamindb_jsonvalue j where"
                            + " a.key = 'raw/reads_1.fastq'",
                    "update lamindb_artifactulabel set feature_id = (select id from lamindb_feature) where ulabel_id ="
                            + " (select id from lamindb_ulabel where name = 'treated')",
                    "create table plate_well (id integer primary key, name varchar(20), volume numeric(6, 2), filled"
                            + " date, seen timestamp)",
                    "create table plate_well_artifacts (id integer primary key, well_id integer references plate_well"
                            + " (id), artifact_id integer references lamindb_artifact (id))",
                    "insert into plate_well values (1, 'A1', 2.5, '2026-01-31', '2026-01-31 10:00:00')",
                    "insert into plate_well values (2, 'A2', 10, null, null)",
                    "insert into plate_well_artifacts select 1, 2, max(id) from lamindb_artifact");
        }

        private static String label(String name, @Nullable String description) {
            return "insert into lamindb_ulabel (uid, name, description, is_type, is_locked, branch_id, created_on_id,"
                    + " space_id, created_by_id, created_at, updated_at) select '" + name.substring(0, 5) + "123', '"
                    + name + "', " + (description == null ? "null" : "'" + description + "'")
                    + ", false, false, 1, 1, 1, 1, created_at, created_at from lamindb_user";
        }

        private void execute(String... statements) {
            instance.database().write(connection -> {
                try (var statement = connection.createStatement()) {
                    for (var sql : statements) {
                        statement.execute(sql);
                    }
                    return true;
                }
            });
        }
    }

    private static Instance instance(Kind kind) {
        return FIXTURES.computeIfAbsent(kind, Fixture::create).instance();
    }

    @AfterAll
    static void close() {
        FIXTURES.values().forEach(fixture -> {
            fixture.instance().close();
            if (fixture.postgres() != null) {
                fixture.postgres().close();
            }
        });
        FIXTURES.clear();
    }

    private static List<@Nullable Object> column(RecordQuery query, String column) {
        return query.columns(column).list().maps().stream()
                .<@Nullable Object>map(record -> record.get(column))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_newest_records_come_first_without_old_versions_and_trash(Kind kind) {
        var instance = instance(kind);
        assertThat(column(instance.records("artifact"), "key"))
                .containsExactly("100%_sure.txt", "raw/reads_1.fastq", "runs/counts.csv");
        assertThat(instance.records("artifact").allVersions().count()).isEqualTo(4);
        assertThat(instance.records("artifact").filter("is_latest=false").count())
                .isOne();
        assertThat(column(instance.records("ulabel"), "name")).containsExactly("Gamma delta", "untreated", "treated");
        assertThat(column(instance.records("ulabel").inTrash(), "name")).containsExactly("pretreatment");
        assertThat(instance.records("ulabel").filter("branch_id<2").count()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void a_registry_has_several_names(Kind kind) {
        var instance = instance(kind);
        for (var name : List.of("ULabel", "ulabels", "core.ulabel", "lamindb_ulabel")) {
            assertThat(instance.records(name).count()).as(name).isEqualTo(3);
        }
        for (var name : List.of("celltype", "bionty.CellType", "cell_types", "bionty_celltype")) {
            assertThat(instance.records(name).count()).as(name).isZero();
        }
        assertThat(instance.finder().registries())
                .contains("artifact", "run", "bionty.celltype")
                .doesNotContain("artifactulabel", "jsonvalue", "ulabel_parents");
    }

    @ParameterizedTest
    @EnumSource
    void conditions_have_the_usual_operators(Kind kind) {
        var artifacts = instance(kind).records("artifact");
        assertThat(keys(artifacts, "suffix=.csv")).containsExactly("runs/counts.csv");
        assertThat(keys(artifacts, "suffix != .csv")).hasSize(2);
        assertThat(keys(artifacts, "description != x")).hasSize(3);
        assertThat(keys(artifacts, "size>=5")).containsExactly("runs/counts.csv");
        assertThat(keys(artifacts, "size < 5")).hasSize(2);
        assertThat(keys(artifacts, "suffix in .csv, '.txt'")).hasSize(2);
        assertThat(keys(artifacts, "suffix in (.csv)")).hasSize(1);
        assertThat(keys(artifacts, "key~COUNTS")).containsExactly("runs/counts.csv");
        assertThat(keys(artifacts, "key!~counts")).hasSize(2);
        assertThat(keys(artifacts, "key~%_")).containsExactly("100%_sure.txt");
        assertThat(keys(artifacts, "key^=raw/")).containsExactly("raw/reads_1.fastq");
        assertThat(keys(artifacts, "key like %.f%q")).containsExactly("raw/reads_1.fastq");
        assertThat(keys(artifacts, "description is null")).hasSize(3);
        assertThat(keys(artifacts, "run is not null")).containsExactly("runs/counts.csv");
        assertThat(keys(artifacts, "is_latest=yes")).hasSize(3);
        assertThat(keys(artifacts, "created_at >= 2020-01-31")).hasSize(3);
        assertThat(keys(artifacts, "createdAt < 2020-01-31T12:00+02:00")).isEmpty();
        assertThat(artifacts
                        .filter(Condition.between("size", 3, 4), Condition.contains("key", "reads"))
                        .filter("description", "x")
                        .count())
                .isZero();
        assertThat(artifacts
                        .filter(Condition.anyOf(Condition.startsWith("key", "raw"), Condition.eq("size", 5L)))
                        .filter(Condition.less("created_at", Instant.now().plusSeconds(60)))
                        .count())
                .isEqualTo(2);
    }

    private static List<@Nullable Object> keys(RecordQuery artifacts, String condition) {
        return column(artifacts.filter(condition), "key");
    }

    @ParameterizedTest
    @EnumSource
    void conditions_reach_referenced_and_linked_records(Kind kind) {
        var instance = instance(kind);
        var artifacts = instance.records("artifact");
        assertThat(keys(artifacts, "created_by.handle=anonymous")).hasSize(3);
        assertThat(keys(artifacts, "run.transform.key=step.py")).containsExactly("runs/counts.csv");
        assertThat(keys(artifacts, "run.transform.key!=step.py")).hasSize(2);
        assertThat(keys(artifacts, "ulabels.name=treated")).containsExactly("raw/reads_1.fastq");
        assertThat(keys(artifacts, "ulabels=treated")).containsExactly("raw/reads_1.fastq");
        assertThat(keys(artifacts, "ulabel is null")).hasSize(2);
        assertThat(keys(artifacts, "ulabels.parents.name=treated")).isEmpty();
        assertThat(keys(artifacts, "input_of_runs.transform=step.py")).containsExactly("raw/reads_1.fastq");
        assertThat(column(
                        instance.records("ulabel").filter("artifacts.key~reads").orderBy("name"), "name"))
                .containsExactlyInAnyOrder("Gamma delta", "treated");
        assertThat(column(instance.records("ulabel").filter("parents.name=treated"), "name"))
                .containsExactly("untreated");
        assertThat(column(instance.records("ulabel").filter("children.name=untreated"), "name"))
                .containsExactly("treated");
        assertThat(instance.records("run").filter("output_artifacts.key~counts").count())
                .isOne();
        assertThat(instance.records("run").filter("input_artifacts.key~reads").count())
                .isOne();
        assertThat(instance.records("transform").filter("runs.uid^=run0").count())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void records_are_ordered_and_paged(Kind kind) {
        var artifacts = instance(kind).records("artifact");
        assertThat(column(artifacts.orderBy("-size").limit(1), "key")).containsExactly("runs/counts.csv");
        assertThat(column(artifacts.orderBy("size").orderBy("key").offset(1).limit(1), "key"))
                .containsExactly("raw/reads_1.fastq");
        assertThat(column(artifacts.orderBy("run.transform.key"), "key").getFirst())
                .isEqualTo("runs/counts.csv");
        assertThat(artifacts.limit(1).count()).isEqualTo(3);
        assertThat(artifacts.orderBy("key").stream().map(record -> record.get("key")))
                .containsExactly("100%_sure.txt", "raw/reads_1.fastq", "runs/counts.csv");
    }

    @ParameterizedTest
    @EnumSource
    void columns_may_be_those_of_other_records(Kind kind) {
        var list = instance(kind)
                .records("artifact")
                .filter("key~reads")
                .columns(
                        "key",
                        "created_by",
                        "created_by.uid",
                        "ulabels.name",
                        "ulabels.description",
                        "run.transform.key")
                .list();
        assertThat(list.maps())
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("key", "raw/reads_1.fastq")
                .containsEntry("created_by", "anonymous")
                .containsEntry("created_by.uid", "00000000")
                .containsEntry("ulabels.name", "Gamma delta, treated")
                .containsEntry("ulabels.description", "exposed to a drug, γδ T cell, a kind of treated|cell")
                .containsEntry("run.transform.key", null);
    }

    @ParameterizedTest
    @EnumSource
    void many_records_are_streamed_in_pages(Kind kind) {
        var instance = instance(kind);
        instance.database().write(connection -> {
            for (int i = 0; i < 2500; i++) {
                new Row("lamindb_user")
                        .with("uid", "u%07d".formatted(i))
                        .with("handle", "user" + i)
                        .with("created_at", Instant.EPOCH)
                        .with("updated_at", Instant.EPOCH)
                        .insert(connection);
            }
            return true;
        });
        var users = instance.records("user").filter("handle^=user");
        assertThat(users.pages().map(Records::size)).containsExactly(1000, 1000, 500);
        assertThat(users.stream().map(record -> record.get("handle")))
                .containsExactlyElementsOf(IntStream.range(0, 2500)
                        .mapToObj(i -> "user" + (2499 - i))
                        .toList());
        assertThat(users.orderBy("id").stream().skip(1500).findFirst().orElseThrow())
                .containsEntry("handle", "user1500")
                .containsEntry("created_at", Instant.EPOCH);
        instance.database().write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("delete from lamindb_user where handle like 'user%'");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_search_ranks_names_before_descriptions(Kind kind) {
        var instance = instance(kind);
        assertThat(column(instance.search("ulabel", "TREATED"), "name"))
                .containsExactly("treated", "Gamma delta", "untreated");
        assertThat(column(instance.search("ulabel", "delta cell"), "name")).containsExactly("Gamma delta");
        assertThat(column(instance.search("artifact", "100%_"), "key")).containsExactly("100%_sure.txt");
        assertThat(instance.search("ulabel", "tretaed").count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_description_has_links_values_and_versions(Kind kind) {
        var instance = instance(kind);
        assertThat(instance.describe("artifact", "raw/reads_1.fastq").toString())
                .startsWith("artifact  raw/reads_1.fastq\n")
                .containsPattern("created_by +anonymous")
                .contains(
                        "ulabels (2)\n  temperature: treated  treat123\n  Gamma delta  Gamma123",
                        "feature values (1)\n  temperature: 21.5",
                        "input of runs (1)\n  run00000000000000000")
                .doesNotContain("_aux");
        var counts = instance.describe("artifact", "runs/counts.csv");
        assertThat(counts.facts()).containsEntry("run", "run00000000000000000").containsEntry("transform", "step.py");
        assertThat(counts.versions()).hasSize(2);
        assertThat(counts.versions().getLast().isLatest()).isTrue();
        assertThat(instance.describe("run", "run00000000000000000").toString())
                .contains("transform", "step.py", "inputs (1)\n  raw/reads_1.fastq", "outputs (2)\n  runs/counts.csv");
        assertThat(instance.describe("ulabel", "treated").toString())
                .contains("children (1)\n  untreated", "artifacts (1)\n  temperature: raw/reads_1.fastq");
        assertThat(instance.describe("ulabel", "pretreatment").title()).isEqualTo("pretreatment");
        var stem = String.valueOf(counts.facts().get("uid")).substring(0, 16);
        assertThat(instance.describe("artifact", stem).facts()).containsEntry("size", 5L);
        assertUsage(() -> instance.describe("artifact", stem.substring(0, 15)), "there is no artifact");
    }

    @ParameterizedTest
    @EnumSource
    void the_view_has_every_registry_with_records(Kind kind) {
        var overview = instance(kind).view();
        assertThat(overview.registries())
                .extracting(newest -> newest.records().registry())
                .containsExactly(
                        "artifact",
                        "branch",
                        "feature",
                        "run",
                        "space",
                        "storage",
                        "transform",
                        "ulabel",
                        "user",
                        "plate_well",
                        "bionty.source");
        assertThat(overview.toString()).startsWith("artifact (3)\n  uid ").contains("ulabel (3)\n");
        assertThat(overview.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @EnumSource
    void tables_of_other_modules_and_types_are_registries_too(Kind kind) {
        var wells = instance(kind).records("plate_well");
        assertThat(column(wells.filter("volume>=2.5").orderBy("volume"), "name"))
                .containsExactly("A1", "A2");
        assertThat(column(wells.filter("volume<10"), "name")).containsExactly("A1");
        assertThat(column(wells.filter("filled=2026-01-31"), "name")).containsExactly("A1");
        assertThat(column(wells.filter("filled>2026-01-31"), "name")).isEmpty();
        assertThat(column(wells.filter("seen>=2026-01-31 09:59"), "name")).containsExactly("A1");
        assertThat(column(wells.filter("artifacts.key~sure"), "name")).containsExactly("A2");
        assertThat(column(instance(kind).records("artifact").filter("plate_wells=A2"), "key"))
                .containsExactly("100%_sure.txt");
        assertThat(wells.filter("name=A1").list().csv().getLast())
                .isIn("A1,1,2.5,2026-01-31,2026-01-31 10:00:00", "A1,1,2.50,2026-01-31,2026-01-31T10:00");
        assertUsage(() -> wells.filter("filled=today").list(), "expected a date such as 2026-01-31");
        assertUsage(() -> wells.filter("volume=much").list(), "expected a number");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_unknown_is_answered_with_similar_names(Kind kind) {
        var instance = instance(kind);
        assertUsage(() -> instance.records("ulabl").list(), "there is no registry 'ulabl'\ndid you mean: ulabel?");
        assertUsage(() -> instance.records("artifactulabel").list(), "there is no registry");
        assertUsage(
                () -> instance.records("ulabel").filter("nam=x").list(),
                "there is no column 'nam' in ulabel\ndid you mean: name?");
        assertUsage(() -> instance.records("ulabel").filter("type.nam=x").count(), "'nam' in ulabel");
        assertUsage(() -> instance.records("artifact").filter("ulabls.name=x").list(), "did you mean: ulabels?");
        assertUsage(() -> instance.records("artifact").orderBy("siez").list(), "did you mean: size?");
        assertUsage(() -> instance.records("artifact").columns("kye").list(), "did you mean: key?");
        assertUsage(() -> instance.records("ulabel").filter("name"), "expected a condition such as");
        assertUsage(() -> instance.describe("ulabel", "nothing"), "there is no ulabel with the uid, name 'nothing'");
    }

    @ParameterizedTest
    @EnumSource
    void a_value_of_another_type_is_refused(Kind kind) {
        var artifacts = instance(kind).records("artifact");
        assertUsage(() -> artifacts.filter("size>large").list(), "expected a whole number for size, found 'large'");
        assertUsage(() -> artifacts.filter("size>1.5").list(), "expected a whole number");
        assertUsage(() -> artifacts.filter("created_at>soon").list(), "expected a time such as");
        assertUsage(() -> artifacts.filter("is_latest=maybe").list(), "expected true or false");
        assertThat(artifacts.filter("key='; drop table lamindb_artifact; --").count())
                .isZero();
        assertThat(artifacts.filter("size~4").count()).isEqualTo(2);
    }

    private static void assertUsage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining(message);
    }
}
