package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lamin.collection.CollectedArtifact;
import lamin.collection.SavedCollection.Outcome;
import lamin.collection.StoredCollection;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void other_artifacts_under_the_same_key_are_a_new_version(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var collections = lab.instance().collections();
            var one = lab.save("a.txt", "a");
            var two = lab.save("b.txt", "b");
            var first = collections.save("plates", List.of(one), "all plates");
            var second = collections.append(first.collection(), List.of(two));

            assertThat(first.outcome()).isEqualTo(Outcome.NEW);
            assertThat(second.outcome()).isEqualTo(Outcome.NEW_VERSION);
            assertThat(second.collection().uid()).isEqualTo(first.collection().stem() + "0001");
            assertThat(second.collection().description()).isEqualTo("all plates");
            assertThat(collections.versions(second.collection()))
                    .extracting(StoredCollection::isLatest)
                    .containsExactly(false, true);
            assertThat(collections.artifacts(second.collection()))
                    .extracting(CollectedArtifact::uid)
                    .containsExactly(one.uid(), two.uid());
            assertThat(collections.get("plates")).isEqualTo(second.collection());
            assertThat(collections.list()).containsExactly(second.collection());
        }
    }

    /** In the order of many languages, a is before Z. */
    @ParameterizedTest
    @EnumSource
    void the_numbers_of_versions_go_on_after_Z(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var collections = lab.instance().collections();
            var stem = collections
                    .save("plates", List.of(lab.save("a.txt", "a")))
                    .collection()
                    .stem();
            lab.sql("update lamindb_collection set uid = '" + stem + "000Z'");
            collections.save("plates", List.of(lab.save("b.txt", "b")));
            var third =
                    collections.save("plates", List.of(lab.save("c.txt", "c"))).collection();

            assertThat(third.uid()).isEqualTo(stem + "000b");
            assertThat(collections.versions(third))
                    .extracting(StoredCollection::uid)
                    .containsExactly(stem + "000Z", stem + "000a", stem + "000b");
            assertThat(collections.get(stem)).isEqualTo(third);
            assertThat(collections.find(stem.substring(0, 15))).isEmpty();
            var described = lab.instance().describe("collection", "plates").versions();
            assertThat(described)
                    .extracting(version -> version.uid())
                    .containsExactly(stem + "000Z", stem + "000a", stem + "000b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_artifacts_in_any_order_are_the_same_collection(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var collections = lab.instance().collections();
            var one = lab.save("a.txt", "a");
            var two = lab.save("b.txt", "b");
            var first = collections.save("plates", List.of(one, two));
            var again = collections.save("plates", List.of(two, one, one));
            assertThat(again.outcome()).isEqualTo(Outcome.EXISTING);
            assertThat(again.collection()).isEqualTo(first.collection());
            assertThat(collections.save("others", List.of(one, two)).outcome()).isEqualTo(Outcome.NEW);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void bad_collections_are_refused(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var collections = lab.instance().collections();
            var one = lab.save("a.txt", "a");
            assertThatThrownBy(() -> collections.save("plates", List.of()))
                    .hasMessageContaining("at least one artifact");
            assertThatThrownBy(() -> collections.save(" ", List.of(one))).hasMessageContaining("needs a key");
            assertThatThrownBy(() -> collections.get("plates"))
                    .hasMessageContaining("no collection with the key or uid plates");
            collections.save("plates", List.of(one));
            lab.sql("update lamindb_collection set branch_id = -1");
            assertThatThrownBy(() -> collections.save("plates", List.of(one)))
                    .isInstanceOfSatisfying(
                            LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED));
        }
    }
}
