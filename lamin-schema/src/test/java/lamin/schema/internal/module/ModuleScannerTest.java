package lamin.schema.internal.module;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.ModuleFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleScannerTest {
    private static final String FAILS_WHEN_LOADED =
            " { static { if (true) throw new IllegalStateException(\"a class of the module was loaded\"); } }";

    @TempDir
    private Path folder;

    private static ModuleFixture assay() {
        return ModuleFixture.of("lnschema_assay", "version = \"0.2.0\", migration = \"bbbbbbbbbbbb\"")
                .entity("Plate")
                .entity("deep.Well")
                .type("Helper", "public class Helper {}")
                .type("Trap", "@jakarta.persistence.Entity public class Trap" + FAILS_WHEN_LOADED)
                .migration("V2", "id = \"bbbbbbbbbbbb\", down = \"aaaaaaaaaaaa\", release = \"v0.2.0\"", "")
                .migration("V1", "id = \"aaaaaaaaaaaa\", transactional = false, dependsOn = {\"c1\", \"c2\"}", "");
    }

    private Path classes() throws IOException {
        return assay().compileTo(Files.createDirectory(folder.resolve("classes")));
    }

    @Test
    void a_folder_of_classes_is_read_without_loading_any() throws IOException {
        var module = ModuleScanner.scan(classes()).orElseThrow();

        assertThat(module.name()).isEqualTo("assay");
        assertThat(module.rootPackage()).isEqualTo("lnschema_assay");
        assertThat(module.version()).isEqualTo("0.2.0");
        assertThat(module.head()).isEqualTo("bbbbbbbbbbbb");
        assertThat(module.tablePrefix()).isEqualTo("assay");
        assertThat(module.entities())
                .containsExactly("lnschema_assay.Plate", "lnschema_assay.Trap", "lnschema_assay.deep.Well");
        assertThat(module.revisions())
                .extracting(RevisionInfo::id, RevisionInfo::down, RevisionInfo::transactional, RevisionInfo::dependsOn)
                .containsExactly(
                        tuple("aaaaaaaaaaaa", List.of(), false, List.of("c1", "c2")),
                        tuple("bbbbbbbbbbbb", List.of("aaaaaaaaaaaa"), true, List.of()));
    }

    @Test
    void a_jar_holds_the_same_as_the_folder() throws IOException {
        var classes = classes();
        var jar = ModuleFixture.jar(classes, folder.resolve("lnschema-assay-0.2.0.jar"));

        var inJar = ModuleScanner.scan(jar).orElseThrow();
        var inFolder = ModuleScanner.scan(classes).orElseThrow();

        assertThat(inJar).usingRecursiveComparison().ignoringFields("location").isEqualTo(inFolder);
        assertThat(inJar.location()).isEqualTo(jar);
    }

    @Test
    void the_root_package_may_have_others_before_it() {
        var classes = ModuleFixture.of("com.example.lnschema_assay", "version = \"1.0.0\", tablePrefix = \"ex\"")
                .entity("Plate")
                .compileTo(folder);

        var module = ModuleScanner.scan(classes).orElseThrow();

        assertThat(module.rootPackage()).isEqualTo("com.example.lnschema_assay");
        assertThat(module.name()).isEqualTo("assay");
        assertThat(module.tablePrefix()).isEqualTo("ex");
    }

    @Test
    void a_folder_without_a_module_has_none() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "x");

        assertThat(ModuleScanner.scan(folder)).isEmpty();
    }

    @Test
    void two_modules_in_one_place_are_refused_but_found_on_a_class_path() {
        ModuleFixture.of("lnschema_a", "version = \"1.0.0\"").compileTo(folder);
        ModuleFixture.of("lnschema_b", "version = \"1.0.0\"").compileTo(folder);

        assertThatThrownBy(() -> ModuleScanner.scan(folder))
                .hasMessageContaining("lnschema_a, lnschema_b")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
        assertThat(ModuleScanner.findOnClassPath(List.of(folder, folder.resolve("missing.jar"))))
                .extracting(ModuleCode::name)
                .containsExactly("a", "b");
    }

    @Test
    void a_damaged_class_file_is_named() throws IOException {
        var classes = classes();
        Files.write(classes.resolve("lnschema_assay/Broken.class"), "no class".getBytes(UTF_8));

        assertThatThrownBy(() -> ModuleScanner.scan(classes))
                .hasMessageContaining("lnschema_assay/Broken.class")
                .hasMessageContaining("damaged or of an unknown version")
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);
    }

    @Test
    void a_file_that_is_no_jar_is_reported() throws IOException {
        var file = Files.writeString(folder.resolve("lnschema-assay.jar"), "no jar");

        assertThatThrownBy(() -> ModuleScanner.scan(file))
                .hasMessageContaining("cannot be read as a jar")
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);
    }

    @Test
    void an_entry_that_leads_out_of_the_jar_is_refused() throws IOException {
        var jar = zip(1, i -> "../../lnschema_assay/package-info.class", 10);

        assertThatThrownBy(() -> ModuleScanner.scan(jar)).hasMessageContaining("leads out of it");
    }

    @Test
    void a_class_that_unpacks_to_megabytes_is_refused() throws IOException {
        var jar = zip(1, i -> "lnschema_assay/package-info.class", 5 << 20);

        assertThat(Files.size(jar)).isLessThan(100_000);
        assertThatThrownBy(() -> ModuleScanner.scan(jar)).hasMessageContaining("bytes in one class");
    }

    @Test
    void a_jar_with_a_hundred_thousand_entries_is_refused() throws IOException {
        var jar = zip(100_001, i -> "e" + i, 0);

        assertThatThrownBy(() -> ModuleScanner.scan(jar)).hasMessageContaining("more than 100000 entries");
    }

    private Path zip(int entries, IntFunction<String> name, int size) throws IOException {
        var file = folder.resolve("lnschema-assay.jar");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(name.apply(i)));
                zip.write(new byte[size]);
            }
        }
        return file;
    }
}
