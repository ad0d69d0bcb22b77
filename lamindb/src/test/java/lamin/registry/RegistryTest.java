package lamin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lamin.Home;
import lamin.instance.Database;
import lamin.instance.DatabaseUrl.SqliteUrl;
import lamin.instance.DirectDatabase;
import lamin.instance.GivenUrl;
import lamin.instance.InitialRows;
import lamin.instance.InstanceDatabase;
import lamin.instance.InstanceId;
import lamin.instance.Passwords;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.instance.UserIdentity;
import lamin.record.CurrentRun;
import lamin.record.RecordStore;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.testing.databases.TestDatabase;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import lamin.testing.databases.TestSqlite;
import lnschema_bionty.Organism;
import lnschema_core.Artifact;
import lnschema_core.Feature;
import lnschema_core.JsonValue;
import lnschema_core.ULabel;
import lnschema_core.ULabelParent;
import lnschema_core.User;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    private static final Instant NOW = Instant.parse("2026-07-01T20:30:15.671399888Z");
    private static final Instant KEPT = Instant.parse("2026-07-01T20:30:15.671399Z");

    @ParameterizedTest
    @EnumSource
    void a_key_that_is_taken_is_named(Kind kind) {
        var users = Fixture.empty(kind).registries.of(User.class);
        users.save(new User("adaada01", "ada"));
        assertThatThrownBy(() -> users.save(new User("adaada02", "ada")))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageStartingWith("a record with this handle already exists");
    }

    @ParameterizedTest
    @EnumSource
    void the_condition_is_reported_in_words(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        assertThatThrownBy(() -> labels.filter(Condition.eq("name", "zz"), Condition.not(Condition.eq("isType", true)))
                        .one())
                .hasMessage("expected one ULabel, found none with name = \"zz\" and not (isType = true)");
    }

    @ParameterizedTest
    @EnumSource
    void saving_fills_in_who_when_and_where(Kind kind) {
        var fixture = Fixture.empty(kind);
        var saved = fixture.labels().save(new ULabel("first"));

        var read = fixture.labels().get(saved.uid());
        assertThat(read.uid()).matches("[0-9A-Za-z]{8}");
        assertThat(read.id()).isEqualTo(saved.id());
        assertThat(fixture.labels().get(saved.id()).uid()).isEqualTo(saved.uid());
        assertThat(read.createdBy().handle()).isEqualTo("anonymous");
        assertThat(read.branch().name()).isEqualTo("main");
        assertThat(read.space().name()).isEqualTo("all");
        assertThat(read.createdAt()).isEqualTo(saved.createdAt()).isEqualTo(KEPT);
    }

    @ParameterizedTest
    @EnumSource
    void a_saved_record_is_changed_by_saving_it_again(Kind kind) {
        var fixture = Fixture.empty(kind);
        var saved = fixture.labels().save(new ULabel("first"));

        fixture.labels().save(saved.description("described"));

        assertThat(fixture.labels().all())
                .singleElement()
                .satisfies(read -> assertThat(read.description()).isEqualTo("described"));
    }

    @ParameterizedTest
    @EnumSource
    void records_are_filtered_sorted_and_counted(Kind kind) {
        var fixture = Fixture.empty(kind);
        var type = fixture.labels().save(new ULabel("types").asType());
        fixture.labels().saveAll(List.of(new ULabel("b").type(type), new ULabel("a").type(type), new ULabel("c")));
        var labels = fixture.labels();

        assertThat(labels.count()).isEqualTo(4);
        assertThat(labels.filter("name", "b").one().type())
                .extracting(ULabel::name)
                .isEqualTo("types");
        assertThat(names(labels.filter("type.name", "types").orderBy("name"))).containsExactly("a", "b");
        assertThat(names(labels.filter(Condition.in("name", List.of("a", "c")))))
                .containsExactly("a", "c");
        assertThat(names(labels.filter(Condition.like("name", "t%")))).containsExactly("types");
        assertThat(names(labels.filter(Condition.not(Condition.eq("type", null)))))
                .containsExactly("b", "a");
        assertThat(names(labels.filter(Condition.greater("id", type.id()))
                        .orderByDescending("id")
                        .limit(1)))
                .containsExactly("c");
        assertThat(labels.filter(Condition.anyOf(Condition.eq("name", "a"), Condition.eq("isType", true)))
                        .count())
                .isEqualTo(2);
        assertThat(labels.filter(Condition.less("createdAt", KEPT.plusSeconds(1)))
                        .count())
                .isEqualTo(4);
        assertThat(labels.filter("createdAt", KEPT)
                        .filter(Condition.eq("id", (long) type.id()))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_deleted_record_is_in_the_trash_until_it_is_restored(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        var kept = labels.save(new ULabel("kept"));
        var gone = labels.save(new ULabel("gone"));

        labels.delete(gone);
        assertThat(labels.all()).extracting(ULabel::name).containsExactly("kept");
        assertThat(labels.count()).isEqualTo(1);
        assertThat(names(labels.search("gone"))).isEmpty();
        assertThat(names(labels.filter().inTrash())).containsExactly("gone");
        assertThat(names(labels.filter().withTrash())).containsExactly("kept", "gone");
        assertThat(names(labels.filter("branch.name", "trash"))).containsExactly("gone");
        assertThat(labels.get(gone.uid()).branch().name()).isEqualTo("trash");
        labels.save(gone.description("changed in the trash"));
        assertThat(labels.count()).isEqualTo(1);
        assertThat(labels.getOrSave(new ULabel("gone")).id()).isNotEqualTo(gone.id());

        labels.restore(gone);
        assertThat(labels.filter("id", gone.id()).one().description()).isEqualTo("changed in the trash");
        labels.deleteAll(List.of(kept, gone));
        assertThat(labels.filter().inTrash().count()).isEqualTo(2);
        assertUsage(() -> labels.delete(new ULabel("unsaved")), "the record was not saved");
    }

    @ParameterizedTest
    @EnumSource
    void a_record_is_deleted_permanently_with_its_links_unless_others_need_it(Kind kind) {
        var fixture = Fixture.empty(kind);
        var labels = fixture.labels();
        var type = labels.save(new ULabel("type").asType());
        var typed = labels.save(new ULabel("typed").type(type));
        var parents = fixture.registries.of(ULabelParent.class);
        var link = parents.save(new ULabelParent(typed, type));

        assertThat(labels.planDelete(type).references()).hasSize(2);
        labels.deletePermanently(type);
        assertThat(labels.filter().withTrash().list())
                .singleElement()
                .satisfies(read -> assertThat(read.type()).isNull());
        assertThat(parents.find(link.id())).isEmpty();

        var again = parents.save(new ULabelParent(typed, labels.save(new ULabel("parent"))));
        parents.delete(again);
        assertThat(parents.count()).isZero();

        var users = fixture.registries.of(User.class);
        assertThatThrownBy(
                        () -> users.delete(users.filter("handle", "anonymous").one()))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageContaining("lamindb_ulabel.created_by_id")
                .hasMessageEndingWith("nothing was deleted");
    }

    @ParameterizedTest
    @EnumSource
    void pages_follow_each_other_in_any_order(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        for (var text : List.of("b", "", "a", "b", "c", "", "a")) {
            var label = new ULabel("label");
            labels.save(text.isEmpty() ? label : label.description(text));
        }
        var selections = List.of(
                labels.filter(),
                labels.filter().orderBy("description"),
                labels.filter().orderByDescending("description"),
                labels.filter().orderBy("name").orderByDescending("description"),
                labels.filter().orderBy("type.name").orderBy("createdAt"));
        for (var selection : selections) {
            var all = ids(selection.list());
            var paged = new ArrayList<Integer>();
            for (var page = selection.limit(2).list();
                    !page.isEmpty();
                    page = selection.limit(2).after(page.getLast().id()).list()) {
                paged.addAll(ids(page));
            }
            assertThat(paged).isEqualTo(all).hasSize(7);
            assertThat(ids(selection.after(all.get(3)).stream().toList())).isEqualTo(all.subList(4, 7));
        }
        assertUsage(() -> labels.filter().orderBy("name").after(-5).list(), "there is no ULabel with id -5");
    }

    private static List<Integer> ids(List<ULabel> labels) {
        return labels.stream().map(ULabel::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void all_records_are_saved_or_none(Kind kind) {
        var fixture = Fixture.empty(kind);
        var taken = new User("00000000", "another");

        assertThatThrownBy(() -> fixture.registries.of(User.class).saveAll(List.of(new User("1", "fine"), taken)))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED));

        assertThat(fixture.registries.of(User.class).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void records_of_a_failed_save_are_new_when_they_are_saved_again(Kind kind) {
        var users = Fixture.empty(kind).registries.of(User.class);
        var fine = new User("1", "fine");
        assertThatThrownBy(() -> users.saveAll(List.of(fine, new User("00000000", "another"))))
                .isInstanceOf(LaminException.class);
        users.save(new User("2", "meanwhile"));

        users.save(fine);

        assertThat(users.all()).extracting(User::handle).containsExactly("anonymous", "meanwhile", "fine");
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_save_leaves_no_author_behind(Kind kind) {
        var fixture = Fixture.empty(kind);
        fixture.execute("update lamindb_user set uid = 'other', handle = 'other'");
        var fine = new ULabel("fine");
        assertThatThrownBy(() -> fixture.labels().saveAll(List.of(fine, new ULabel("b").type(new ULabel("new")))))
                .hasMessageContaining("unsaved");
        fixture.registries.of(User.class).save(new User("2", "meanwhile"));

        fixture.labels().save(fine);

        assertThat(fixture.labels().all())
                .singleElement()
                .satisfies(read -> assertThat(read.createdBy().handle()).isEqualTo("anonymous"));
    }

    @ParameterizedTest
    @EnumSource
    void many_records_are_saved_at_once(Kind kind) {
        var fixture = Fixture.empty(kind);
        var labels =
                IntStream.range(0, 2500).mapToObj(i -> new ULabel("label " + i)).toList();

        var saved = fixture.labels().saveAll(labels);

        assertThat(saved).extracting(ULabel::id).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(fixture.labels().count()).isEqualTo(2500);
    }

    @ParameterizedTest
    @EnumSource
    void a_registry_of_another_module_works_the_same(Kind kind) {
        var fixture = Fixture.empty(kind);
        assertThat(fixture.registries.of(Organism.class).count()).isZero();
        assertThatThrownBy(() -> fixture.registries.of(String.class))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("not an entity of a module");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_missing_or_unknown_is_named(Kind kind) {
        var fixture = Fixture.empty(kind);
        assertThat(fixture.labels().find("nothing")).isEmpty();
        assertUsage(() -> fixture.labels().get("nothing"), "there is no ULabel with uid nothing");
        assertUsage(() -> fixture.labels().get(7), "there is no ULabel with id 7");
        assertUsage(() -> fixture.labels().filter("nam", "x").list(), "did you mean: name?");
        assertUsage(() -> fixture.labels().filter("id", "x").list(), "expected a Integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kolkata", "UTC"})
    void times_are_the_same_in_every_zone(String zone) throws SQLException {
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (var fixture = new Fixture(Kind.SQLITE);
                var connection = fixture.test.connection();
                var statement = connection.createStatement()) {
            fixture.labels().save(new ULabel("ours"));
            statement.execute(
                    "insert into lamindb_ulabel (uid, name, is_type, is_locked, branch_id, created_on_id, space_id,"
                            + " created_by_id, created_at, updated_at) values ('python00', 'python', 0, 0, 1, 1, 1, 1,"
                            + " '2026-07-01 20:30:15', '2026-07-01 20:30:15.362')");

            try (var rows = statement.executeQuery("select created_at from lamindb_ulabel where name = 'ours'")) {
                assertThat(rows.getString(1)).isEqualTo("2026-07-01 20:30:15.671399");
            }
            var python = fixture.labels().get("python00");
            assertThat(python.createdAt()).isEqualTo("2026-07-01T20:30:15Z");
            assertThat(python.updatedAt()).isEqualTo("2026-07-01T20:30:15.362Z");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_record_is_saved_once_however_many_ask_for_it(Kind kind) throws Exception {
        var labels = Fixture.empty(kind).labels();
        var type = labels.save(new ULabel("types").asType());
        var first = labels.getOrSave(new ULabel("treated"));
        assertThat(labels.getOrSave(new ULabel("treated")).uid()).isEqualTo(first.uid());
        assertThat(labels.getOrSave(new ULabel("treated").type(type)).uid()).isNotEqualTo(first.uid());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<ULabel> save = () -> labels.getOrSave(new ULabel("shared"));
            var results = threads.invokeAll(Collections.nCopies(16, save));
            var uids = new TreeSet<String>();
            for (var result : results) {
                uids.add(result.get().uid());
            }
            assertThat(uids).hasSize(1);
        }
        assertThat(labels.filter("name", "shared").count()).isOne();
        assertUsage(
                () -> Fixture.empty(kind)
                        .registries
                        .of(JsonValue.class)
                        .getOrSave(new JsonValue(new Feature("f", "int"), "1")),
                "a record is recognised by");
    }

    @ParameterizedTest
    @EnumSource
    void more_conditions(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        var saved = labels.saveAll(List.of(
                new ULabel("100% sure").description("A"), new ULabel("Treated"), new ULabel("untreated").asType()));
        assertThat(names(labels.filter(Condition.contains("name", "treat")))).containsExactly("Treated", "untreated");
        assertThat(names(labels.filter(Condition.startsWith("name", "treat")))).containsExactly("Treated");
        assertThat(names(labels.filter(Condition.contains("name", "%")))).containsExactly("100% sure");
        assertThat(names(labels.filter(Condition.like("name", "%TREATED")))).hasSize(2);
        assertThat(names(labels.filter(Condition.isNull("description")))).hasSize(2);
        assertThat(names(labels.filter(Condition.not(Condition.eq("description", "A")))))
                .hasSize(2);
        assertThat(names(labels.filter(
                        Condition.between("id", saved.get(1).id(), saved.get(2).id()))))
                .containsExactly("Treated", "untreated");
        assertThat(names(labels.filter(Condition.atMost("id", saved.getFirst().id()))))
                .containsExactly("100% sure");
        assertThat(names(labels.filter(
                        Condition.anyOf(Condition.eq("type.name", "none"), Condition.eq("isType", true)))))
                .containsExactly("untreated");
        assertThat(labels.filter("created_by.handle", "anonymous").count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void conditions_reach_linked_records(Kind kind) {
        var fixture = Fixture.empty(kind);
        var saved = fixture.labels().saveAll(List.of(new ULabel("child"), new ULabel("parent"), new ULabel("other")));
        fixture.registries.of(ULabelParent.class).save(new ULabelParent(saved.get(0), saved.get(1)));
        var labels = fixture.labels();
        assertThat(names(labels.filter("parents.name", "parent"))).containsExactly("child");
        assertThat(names(labels.filter("children.name", "child"))).containsExactly("parent");
        assertThat(names(labels.filter("parents", "parent"))).containsExactly("child");
        assertThat(names(labels.filter("parents", null))).containsExactly("parent", "other");
        assertThat(names(labels.filter(Condition.not(Condition.eq("parents.name", "parent")))))
                .containsExactly("parent", "other");
        assertThat(labels.filter(Condition.isNull("artifacts")).count()).isEqualTo(3);
        assertThat(fixture.registries
                        .of(Artifact.class)
                        .filter("ulabels.name", "x")
                        .count())
                .isZero();
        assertThat(fixture.registries
                        .of(Artifact.class)
                        .filter("ulabels.parents.createdBy.handle", "x")
                        .count())
                .isZero();
        assertThat(fixture.registries
                        .of(Organism.class)
                        .filter("artifacts.ulabels.name", "x")
                        .count())
                .isZero();
        assertUsage(() -> labels.filter("parnts.name", "x").list(), "did you mean: parents?");
        fixture.execute("delete from lamindb_ulabel_parents");
    }

    @ParameterizedTest
    @EnumSource
    void values_are_counted_and_aggregated(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        labels.saveAll(List.of(new ULabel("a").description("x"), new ULabel("b").description("x"), new ULabel("c")));
        var ids = labels.all().stream().mapToInt(ULabel::id).toArray();
        assertThat(labels.filter().min("name")).contains("a");
        assertThat(labels.filter().max("id")).contains(ids[2]);
        assertThat(labels.filter().sum("id").longValue())
                .isEqualTo(IntStream.of(ids).sum());
        assertThat(labels.filter().average("id"))
                .hasValue(IntStream.of(ids).average().orElseThrow());
        assertThat(labels.filter("name", "none").max("id")).isEmpty();
        assertThat(labels.filter("name", "none").sum("id")).isEqualTo(0L);
        assertThat(labels.filter().countBy("description").get("x")).isEqualTo(2);
        assertThat(labels.filter().countBy("description").get(null)).isEqualTo(1);
        assertThat(names(labels.filter().orderBy("name").offset(1).limit(1))).containsExactly("b");
        assertThat(names(labels.filter().orderBy("type.name").orderByDescending("name")))
                .containsExactly("c", "b", "a");
        assertUsage(() -> labels.filter().sum("name"), "expected a number");
    }

    @ParameterizedTest
    @EnumSource
    void records_are_searched_and_looked_up(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        labels.saveAll(List.of(
                new ULabel("untreated"), new ULabel("Gamma").description("a treated cell"), new ULabel("treated")));
        assertThat(names(labels.search("TREATED"))).containsExactly("treated", "Gamma", "untreated");
        assertThat(names(labels.search("treated")
                        .filter(Condition.isNull("description"))
                        .offset(1)))
                .containsExactly("untreated");
        assertThat(labels.search("treated cell").count()).isOne();

        var lookup = labels.lookup();
        assertThat(lookup.names()).containsExactlyInAnyOrder("Gamma", "treated", "untreated");
        assertThat(lookup.get("treated").name()).isEqualTo("treated");
        assertThat(lookup.suggestions("treat")).containsExactly("treated", "untreated");
        assertThat(lookup.toString()).startsWith("3 names of ULabel: ");
        assertUsage(() -> lookup.get("tretaed"), "did you mean: treated?");
    }

    @ParameterizedTest
    @EnumSource
    void records_are_streamed_in_the_requested_order(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        labels.saveAll(IntStream.range(0, 2500)
                .mapToObj(i -> new ULabel("label %04d".formatted(i)))
                .toList());
        var expected =
                IntStream.range(0, 2500).mapToObj("label %04d"::formatted).toList();
        assertThat(names(labels.filter())).isEqualTo(expected);
        assertThat(names(labels.filter().orderByDescending("name"))).isEqualTo(expected.reversed());
        assertThat(names(labels.filter().offset(1).limit(2000))).isEqualTo(expected.subList(1, 2001));
    }

    @ParameterizedTest
    @EnumSource
    void records_may_refer_to_others_that_are_saved_with_them(Kind kind) {
        var labels = Fixture.empty(kind).labels();
        var type = new ULabel("type").asType();
        labels.saveAll(List.of(new ULabel("a").type(type), type));
        assertThat(names(labels.filter("type.name", "type"))).containsExactly("a");

        var chain = new ArrayList<>(List.of(new ULabel("first").asType()));
        IntStream.range(0, 5000)
                .forEach(i -> chain.add(new ULabel("next").asType().type(chain.getLast())));
        assertThat(labels.saveAll(chain.reversed())).hasSize(5001);
        assertThat(labels.filter("type.name", "next").count()).isEqualTo(4999);

        var one = new ULabel("one").asType();
        var other = new ULabel("other").asType().type(one);
        assertThatThrownBy(() -> labels.saveAll(List.of(one.type(other), other)))
                .hasMessageContaining("which refers back to it");
    }

    @ParameterizedTest
    @EnumSource
    void a_record_that_cannot_be_saved_is_named(Kind kind) {
        var fixture = Fixture.empty(kind);
        var users = fixture.registries.of(User.class);
        users.save(new User("adaada01", "ada"));
        assertThatThrownBy(() -> users.saveAll(List.of(new User("1", "fine"), new User("adaada02", "ada"))))
                .hasMessageContaining("record: User(")
                .hasMessageContaining("adaada02");
        assertThatThrownBy(() -> fixture.labels().save(new ULabel("b").type(new ULabel("new"))))
                .hasMessageContaining("ULabel refers to an unsaved record in type: ULabel(")
                .hasMessageContaining("record: ULabel(");
        assertThatThrownBy(() -> fixture.labels().save(nameless()))
                .hasMessageContaining("ULabel needs a value for name");
        assertThat(fixture.labels().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void values_of_all_types_are_saved_in_bulk(Kind kind) {
        var fixture = Fixture.empty(kind);
        var feature = fixture.registries.of(Feature.class).getOrSave(new Feature("temperature", "float"));
        var values = fixture.registries.of(JsonValue.class);
        var saved = values.save(new JsonValue(feature, "{\"a\": [1, null]}"));
        assertThat(values.get(saved.id()).value()).isEqualTo("{\"a\": [1, null]}");
        assertThat(values.filter("feature.uid", feature.uid()).count()).isOne();
        assertThat(fixture.registries
                        .of(Feature.class)
                        .filter("jsonvalues.id", saved.id())
                        .count())
                .isOne();
        fixture.execute("delete from lamindb_jsonvalue");
        fixture.execute("delete from lamindb_feature");
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_to_a_deleted_record_is_refused(Kind kind) {
        var fixture = Fixture.empty(kind);
        var type = fixture.labels().save(new ULabel("type"));
        fixture.execute("delete from lamindb_ulabel");
        assertThatThrownBy(() -> fixture.labels().save(new ULabel("a").type(type)))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageContaining("refers to a record that does not exist");
    }

    @SuppressWarnings("NullAway") // not every caller has a checker
    private static ULabel nameless() {
        return new ULabel(null);
    }

    private static List<String> names(Selection<ULabel> labels) {
        return labels.stream().map(ULabel::name).toList();
    }

    private static void assertUsage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining(message);
    }

    @AfterAll
    static void close() {
        Fixture.SHARED.values().forEach(Fixture::close);
        Fixture.SHARED.clear();
    }

    /** An instance's database with core and bionty. */
    private static final class Fixture implements AutoCloseable {
        static final Map<Kind, Fixture> SHARED = new EnumMap<>(Kind.class);

        private final TestDatabase test;
        private final InstanceDatabase open;
        private final Registries registries;

        Fixture(Kind kind) {
            test = kind.create();
            var deployment = Home.deployment();
            var modules = new TreeSet<>(List.of("bionty"));
            var database = database(test);
            var rows = new InitialRows(
                    UserIdentity.ANONYMOUS,
                    new StorageRoot(Path.of("/storage")),
                    "123456789012",
                    InstanceId.of(new Slug("anonymous", "test")),
                    NOW);
            try (var connection = database.connection()) {
                deployment.deploy(connection, modules, rows::write);
            } catch (SQLException e) {
                throw database.failure(e);
            }
            open = InstanceDatabase.pooled(database);
            registries = new Registries(
                    new RecordStore(
                            open, UserIdentity.ANONYMOUS, Clock.fixed(NOW, ZoneOffset.UTC), new CurrentRun(null)),
                    deployment.entities(modules));
        }

        /** One for all tests, as starting Hibernate takes seconds; without records. */
        static Fixture empty(Kind kind) {
            var fixture = SHARED.computeIfAbsent(kind, Fixture::new);
            fixture.execute("delete from lamindb_ulabel");
            fixture.execute("delete from lamindb_user where id <> 1");
            fixture.execute("update lamindb_user set uid = '00000000', handle = 'anonymous'");
            return fixture;
        }

        void execute(String sql) {
            try (var connection = test.connection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static DirectDatabase database(TestDatabase test) {
            var passwords = new Passwords(null, null, Path.of("none"), url -> Optional.empty());
            return switch (test) {
                case TestSqlite sqlite -> {
                    try {
                        Files.createFile(sqlite.file());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    yield Database.of(new SqliteUrl(sqlite.file()), passwords, Notices.NONE);
                }
                case TestPostgres postgres ->
                    Database.of(GivenUrl.parse(postgres.url()).url(), passwords, Notices.NONE);
            };
        }

        Registry<ULabel> labels() {
            return registries.of(ULabel.class);
        }

        @Override
        public void close() {
            registries.close();
            open.close();
            test.close();
        }
    }
}
