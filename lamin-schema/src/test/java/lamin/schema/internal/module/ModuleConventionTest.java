package lamin.schema.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.ModuleFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleConventionTest {
    @TempDir
    private Path folder;

    private ModuleInfo scan(ModuleFixture fixture) {
        return ModuleScanner.scan(fixture.compileTo(folder)).orElseThrow();
    }

    private static ModuleInfo module(String name, String prefix) {
        return new ModuleInfo(
                name,
                "lnschema_" + name,
                "1.0.0",
                "",
                prefix,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Path.of("x.jar"));
    }

    @Test
    void a_module_that_keeps_it_has_no_violations() {
        var module = scan(ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"aaaaaaaaaaaa\"")
                .entity("Plate")
                .migration("V1", "id = \"aaaaaaaaaaaa\"", ""));

        assertThat(ModuleConvention.violations(module)).isEmpty();
    }

    @Test
    void a_name_that_the_tables_of_the_ledger_have_no_room_for_is_refused() {
        assertThat(ModuleConvention.violations(module("a".repeat(49), "assay"))).isEmpty();
        assertThat(ModuleConvention.violations(module("a".repeat(50), "assay")))
                .containsExactly("the name has 50 bytes, of which the names in the ledger's tables leave room for 49");
    }

    @Test
    void an_entity_on_a_table_of_others_may_be_in_any_package() {
        var module = scan(ModuleFixture.of("lnschema_assay", "version = \"1.0.0\"")
                .typeBeside(
                        "elsewhere.Report",
                        "@lamin.schema.Unmanaged @jakarta.persistence.Entity public class Report {}"));

        assertThat(ModuleConvention.violations(module)).isEmpty();
    }

    @Test
    void all_violations_are_reported_together() {
        var module = scan(ModuleFixture.of(
                        "lnschema_assay", "version = \"new\", migration = \"cccccccccccc\", tablePrefix = \"A-b\"")
                .migration("V1", "id = \"XYZ\"", "")
                .type("Outer", "public class Outer { @jakarta.persistence.Entity public static class Inner {} }")
                .typeBeside("elsewhere.Plate", "@jakarta.persistence.Entity public class Plate {}"));

        assertThatThrownBy(() -> ModuleConvention.refuseViolations(List.of(module)))
                .hasMessage("""
                        module assay: @SchemaModule(version = "new") is not a version such as 1.0.0
                        module assay: tablePrefix "A-b" must be lower-case letters, digits and _
                        module assay: lnschema_assay.Outer$Inner: an @Entity must be a class of its own, not inside another
                        module assay: elsewhere.Plate must be in lnschema_assay
                        module assay: lnschema_assay.migrations.versions.V1: revision id "XYZ" must be twelve hex digits
                        module assay: package-info.java says migration = "cccccccccccc", the chain ends with "XYZ"
                        write: @SchemaModule(version = "new", migration = "XYZ", tablePrefix = "A-b")""")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lamindb", "lamin", "migration", "django", "lamindb_artifact"})
    void a_reserved_prefix_is_refused(String prefix) {
        assertThat(ModuleConvention.violations(module("thief", prefix)))
                .containsExactly("tablePrefix \"" + prefix + "\" is reserved; choose another");
    }

    @Test
    void core_has_its_reserved_prefix() {
        assertThatCode(() -> ModuleConvention.refuseViolations(List.of(module("core", "lamindb"))))
                .doesNotThrowAnyException();
    }

    @Test
    void two_modules_with_one_prefix_are_refused() {
        assertThatThrownBy(() -> ModuleConvention.refuseViolations(List.of(module("a", "x"), module("b", "x"))))
                .hasMessage("modules a and b both have tablePrefix \"x\"");
    }

    @Test
    void a_migration_outside_its_package_is_refused() {
        var module = scan(ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"aaaaaaaaaaaa\"")
                .type("V1", "@lamin.schema.Revision(id = \"aaaaaaaaaaaa\") public class V1 {}"));

        assertThat(ModuleConvention.violations(module))
                .containsExactly("lnschema_assay.V1 must be in lnschema_assay.migrations.versions");
    }
}
