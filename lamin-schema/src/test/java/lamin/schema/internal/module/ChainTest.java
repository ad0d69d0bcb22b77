package lamin.schema.internal.module;

import static lamin.schema.Refusals.advising;
import static lamin.schema.Refusals.offering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.fixture.ModuleFixture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
    @TempDir
    private Path folder;

    private static ModuleFixture assay() {
        return ModuleFixture.of("lnschema_assay", "version = \"0.1.0\"");
    }

    private Chain load(ModuleFixture fixture) throws IOException {
        var classes = fixture.compileTo(folder);
        try (var loader = ModuleFixture.loader(classes)) {
            return Chain.load(ModuleScanner.scan(classes).orElseThrow(), loader);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ModuleFixture fixture) {
        var refusal = assertThatThrownBy(() -> load(fixture));
        refusal.extracting("code").isEqualTo(ErrorCode.REFUSED);
        return refusal;
    }

    @Test
    void migrations_are_in_the_order_of_their_parents_whatever_their_classes_are_called() throws IOException {
        var chain = load(assay().migration("A", "id = \"3\", down = \"2\"", "op.dropTable(\"assay_x\");")
                .migration("B", "id = \"1\"", "op.createTable(\"assay_x\");")
                .migration("C", "id = \"2\", down = \"1\"", ""));

        assertThat(chain.scripts()).extracting(Script::revision).containsExactly("1", "2", "3");
        assertThat(chain.head()).isEqualTo("3");
        assertThat(chain.scripts().getFirst().upgrade()).hasSize(1);
    }

    @Test
    void branches_that_are_joined_are_one_chain() throws IOException {
        var chain = load(assay().migration("A", "id = \"1\"", "")
                .migration("B", "id = \"2\", down = \"1\"", "")
                .migration("C", "id = \"3\", down = \"1\"", "")
                .migration("D", "id = \"4\", down = {\"2\", \"3\"}", ""));

        assertThat(chain.scripts()).extracting(Script::revision).containsExactly("1", "2", "3", "4");
    }

    @Test
    void two_heads_are_refused() {
        assertRefused(assay().migration("A", "id = \"1\"", "")
                        .migration("B", "id = \"2\", down = \"1\"", "")
                        .migration("C", "id = \"3\", down = \"1\"", ""))
                .hasMessage("module assay: the chain has 2 heads, 2 and 3")
                .satisfies(offering(new MergeHeads()));
    }

    @Test
    void a_missing_parent_is_refused() {
        assertRefused(assay().migration("A", "id = \"2\", down = \"1\"", ""))
                .hasMessage("module assay: lnschema_assay.migrations.versions.A follows revision 1, which the"
                        + " module does not have");
    }

    @Test
    void a_circle_is_refused() {
        assertRefused(assay().migration("A", "id = \"1\", down = \"2\"", "")
                        .migration("B", "id = \"2\", down = \"1\"", ""))
                .hasMessageContaining("cycle");
    }

    @Test
    void an_id_that_two_migrations_claim_is_refused() {
        assertRefused(assay().migration("A", "id = \"1\"", "").migration("B", "id = \"1\"", ""))
                .hasMessageContaining("revision 1 is claimed by")
                .hasMessageContaining("versions.A and")
                .hasMessageContaining("versions.B");
    }

    @Test
    void a_migration_that_fails_when_it_is_read_is_named() {
        assertRefused(assay().migration("A", "id = \"1\"", "throw new IllegalStateException(\"no\");"))
                .hasMessageContaining("lnschema_assay.migrations.versions.A cannot list its operations")
                .hasMessageContaining("no");
    }

    @Test
    void a_class_that_is_no_migration_is_named() {
        assertRefused(assay().type("migrations.versions.A", "@lamin.schema.Revision(id = \"1\") public class A {}"))
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void a_concurrent_index_must_be_outside_a_transaction_and_alone() {
        var index = "op.createIndex(\"assay_x\", \"a\").concurrently();";
        assertRefused(assay().migration("A", "id = \"1\"", index)).satisfies(advising("transactional = false"));
        assertRefused(assay().migration("A", "id = \"1\", transactional = false", index + "op.dropTable(\"assay_x\");"))
                .hasMessageContaining("has 2 operations");
    }

    @Test
    void only_a_concurrent_index_may_be_outside_a_transaction() {
        assertRefused(assay().migration("A", "id = \"1\", transactional = false", "op.dropTable(\"assay_x\");"))
                .hasMessageContaining("only an index that is built concurrently");
    }
}
