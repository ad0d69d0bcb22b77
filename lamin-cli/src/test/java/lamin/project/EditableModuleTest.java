package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import lamin.project.MavenSettings.Network;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditableModuleTest {
    private static final Distribution NOTHING = new Distribution(List.of());

    @TempDir
    Path folder;

    private TestProject project;
    private MavenSettings settings;

    @BeforeEach
    void createProject() throws IOException {
        project = TestProject.create(folder.resolve("lnschema assay"));
        settings = MavenSettings.from(Network.OFFLINE, System.getenv());
    }

    @Test
    void a_module_is_compiled_and_loads() throws Exception {
        var module = compile(NOTHING);
        assertThat(module.coordinates()).hasToString("org.example:lnschema-assay:0.1.0");
        assertThat(fields(module)).containsExactly("v");
    }

    @Test
    void an_edit_is_seen_at_once() throws Exception {
        compile(NOTHING);
        project.source("Notebook", "package lnschema_assay; public class Notebook { public String version; }");
        assertThat(fields(compile(NOTHING))).containsExactly("version");
    }

    @Test
    void nothing_is_compiled_again_without_a_change() throws IOException {
        var first = compile(NOTHING).classes().resolve("lnschema_assay/Notebook.class");
        var key = Files.readAttributes(first, "fileKey,lastModifiedTime");
        project.source(
                "Notebook",
                Files.readString(project.module().rootPackageDirectory().resolve("Notebook.java")));
        var second = compile(NOTHING).classes().resolve("lnschema_assay/Notebook.class");
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAttributes(second, "fileKey,lastModifiedTime")).isEqualTo(key);
    }

    @Test
    void the_class_of_a_deleted_source_is_gone_and_so_is_an_older_folder_that_nobody_uses() throws IOException {
        var extra = project.source("Extra", "package lnschema_assay; class Extra {}");
        var first = compile(NOTHING).classes();
        assertThat(first.resolve("lnschema_assay/Extra.class")).exists();
        Files.delete(extra);
        var second = compile(NOTHING).classes();
        assertThat(second.resolve("lnschema_assay/Extra.class")).doesNotExist();
        assertThat(first).as("a shell may still load classes from it").exists();

        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        project.source("Other", "package lnschema_assay; class Other {}");
        compile(NOTHING);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    @Test
    void a_folder_is_deleted_by_two_at_once() throws Exception {
        for (int round = 0; round < 20; round++) {
            var old = Files.createDirectories(folder.resolve("classes-old"));
            for (int file = 0; file < 300; file++) {
                Files.createFile(old.resolve("C" + file + ".class"));
            }
            try (var threads = Executors.newFixedThreadPool(4)) {
                var deletions = Collections.nCopies(4, Executors.callable(() -> CacheFiles.delete(old)));
                for (var deletion : threads.invokeAll(deletions)) {
                    deletion.get();
                }
            }
            assertThat(old).doesNotExist();
        }
    }

    @Test
    void a_release_that_this_java_does_not_know_is_named_with_the_pom() throws IOException {
        var pom = Files.readString(project.directory().resolve("pom.xml"));
        project.write(
                "pom.xml",
                pom.replace(
                        "<dependencies>",
                        "<properties><maven.compiler.release>99</maven.compiler.release></properties><dependencies>"));
        assertThatThrownBy(() -> compile(NOTHING))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INCOMPATIBLE))
                .hasMessageContaining("the pom asks for Java 99");
    }

    @Test
    void resources_are_beside_the_classes() throws IOException {
        project.write("src/main/resources/data/terms.tsv", "a\tb");
        assertThat(compile(NOTHING).classes().resolve("data/terms.tsv")).hasContent("a\tb");
    }

    @Test
    void an_error_in_a_source_names_its_line_and_leaves_nothing() throws IOException {
        project.source("Notebook", "package lnschema_assay;\npublic class Notebook {\n  Strin v;\n}");
        assertThatThrownBy(() -> compile(NOTHING))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILURE))
                .hasMessageStartingWith("src/main/java/lnschema_assay/Notebook.java:3: cannot find symbol");
        assertThat(project.module().cache()).isDirectoryNotContaining("glob:**/c*");
    }

    @Test
    void what_the_pom_asks_for_comes_from_the_local_repository_without_what_the_distribution_brings() throws Exception {
        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, assertj()));
        assertThat(names(compile(NOTHING).jars())).hasSize(2).anyMatch(name -> name.startsWith("byte-buddy-"));
        assertThat(names(compile(Distribution.running()).jars()))
                .singleElement()
                .asString()
                .startsWith("assertj-core-");
    }

    @Test
    void an_artifact_by_its_coordinates_comes_first() throws Exception {
        try (var maven = MavenResolver.open(settings, NOTHING)) {
            var jars = maven.resolve(new MavenCoordinates("org.assertj", "assertj-core", assertjVersion()));
            assertThat(names(jars).getFirst()).startsWith("assertj-core-");
            assertThat(jars).hasSize(2);
        }
    }

    @Test
    void an_artifact_that_is_nowhere_is_named() throws IOException {
        project.write(
                "pom.xml",
                TestProject.pom(
                        TestProject.OWN_VERSION, TestProject.dependency("org.example", "absent", "1.0", "compile")));
        assertThatThrownBy(() -> compile(NOTHING))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FAILURE))
                .hasMessageContaining("org.example:absent:jar:1.0");
    }

    @Test
    void maven_is_asked_again_only_when_a_pom_has_changed() throws Exception {
        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, assertj()));
        var first = compile(NOTHING);
        settings = new MavenSettings(Network.OFFLINE, folder.resolve("empty-repository"));
        assertThat(compile(NOTHING)).isEqualTo(first);

        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, assertj() + "<!-- -->"));
        assertThatThrownBy(() -> compile(NOTHING)).isInstanceOf(LaminException.class);
    }

    @Test
    void a_change_in_a_parent_pom_is_seen() throws IOException {
        var parent = TestProject.pom(
                        "<groupId>org.example</groupId><version>VERSION</version><packaging>pom</packaging>", "")
                .replace("lnschema-assay", "parent");
        Files.writeString(folder.resolve("pom.xml"), parent.replace("VERSION", "1"));
        var pom = TestProject.pom(
                "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>[1,3)</version></parent><version>7</version>",
                "");
        project.write("pom.xml", pom);
        assertThat(compile(NOTHING).coordinates().version()).isEqualTo("7");

        Files.writeString(
                folder.resolve("pom.xml"), parent.replace("VERSION", "2").replace("parent", "broken"));
        assertThatThrownBy(() -> compile(NOTHING)).isInstanceOf(LaminException.class);
    }

    @Test
    void a_module_for_a_newer_lamin4j_is_refused() throws IOException {
        settings = new MavenSettings(Network.OFFLINE, folder.resolve("repository"));
        project.write(
                "pom.xml",
                TestProject.pom(
                        TestProject.OWN_VERSION,
                        TestProject.dependency("io.github.lamin4j", "lnschema-core", "99.0.0", "compile")));
        assertThatThrownBy(() -> compile(Distribution.running()))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INCOMPATIBLE))
                .hasMessageContaining("io.github.lamin4j:lnschema-core:99.0.0");
    }

    @Test
    void the_distribution_puts_its_artifacts_into_the_local_repository() throws IOException {
        installFrom(carriedSchema("0.1.0", "<project/>"));
        assertThat(installedPom("0.1.0").resolveSibling("lamin-schema-0.1.0.jar"))
                .exists();
        assertThat(installedPom("0.1.0")).hasContent("<project/>");
        assertThat(folder.resolve("repository/io/github/lamin4j/lnschema-parent"))
                .isDirectory();
    }

    @Test
    void a_snapshot_of_another_build_is_replaced() throws IOException {
        installFrom(carriedSchema("0.2.0-SNAPSHOT", "<project>old</project>"));
        installFrom(carriedSchema("0.2.0-SNAPSHOT", "<project>new</project>"));
        assertThat(installedPom("0.2.0-SNAPSHOT")).hasContent("<project>new</project>");
    }

    @Test
    void a_released_artifact_is_not_replaced() throws IOException {
        installFrom(carriedSchema("0.1.0", "<project>released</project>"));
        installFrom(carriedSchema("0.1.0", "<project>other</project>"));
        assertThat(installedPom("0.1.0")).hasContent("<project>released</project>");
    }

    /** As for a module that nobody has compiled yet. */
    private void installFrom(Distribution.Carried carried) throws IOException {
        settings = new MavenSettings(Network.OFFLINE, folder.resolve("repository"));
        project.write(
                "pom.xml",
                TestProject.pom(
                        TestProject.OWN_VERSION,
                        TestProject.dependency(
                                "io.github.lamin4j",
                                "lamin-schema",
                                carried.coordinates().version(),
                                "compile")));
        Files.deleteIfExists(project.module().cache().resolve("pom.txt"));
        compile(new Distribution(List.of(carried)));
    }

    private Path installedPom(String version) {
        return folder.resolve("repository/io/github/lamin4j/lamin-schema")
                .resolve(version)
                .resolve("lamin-schema-" + version + ".pom");
    }

    @Test
    void the_edited_module_hides_the_one_that_the_distribution_carries() throws Exception {
        var old = compile(NOTHING).classes();
        var carried = new Distribution.Carried(new MavenCoordinates("org.example", "lnschema-assay", "0.0.9"), old);
        var copy = Files.move(old, folder.resolve("carried"));
        project.source("Notebook", "package lnschema_assay; public class Notebook { public String version; }");
        var module = compile(new Distribution(List.of(carried)));
        assertThat(module.carried()).isTrue();
        try (var launcher = new URLClassLoader(new URL[] {copy.toUri().toURL()}, null);
                var loader = ModuleLoader.of(module.classPath(), module.carried(), launcher)) {
            assertThat(loader.loadClass("lnschema_assay.Notebook").getField("version"))
                    .isNotNull();
            assertThat(Collections.list(loader.getResources("lnschema_assay/Notebook.class")))
                    .hasSize(1);
        }
    }

    private EditableModule compile(Distribution distribution) {
        return EditableModule.compile(project.module(), settings, distribution);
    }

    private static List<String> fields(EditableModule module) throws Exception {
        try (var loader = ModuleLoader.of(module.classPath(), module.carried(), ClassLoader.getPlatformClassLoader())) {
            return List.of(loader.loadClass("lnschema_assay.Notebook").getFields()).stream()
                    .map(Field::getName)
                    .toList();
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static String assertj() throws URISyntaxException {
        return TestProject.dependency("org.assertj", "assertj-core", assertjVersion(), "compile");
    }

    private static String assertjVersion() throws URISyntaxException {
        var jar = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.getFileName().toString().replaceAll("assertj-core-|\\.jar", "");
    }

    private Distribution.Carried carriedSchema(String version, String pom) throws IOException {
        var jar = Files.createDirectories(folder.resolve("lib")).resolve("lamin-schema-" + version + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/maven/io.github.lamin4j/lamin-schema/pom.xml"));
            out.write(pom.getBytes(StandardCharsets.UTF_8));
        }
        return new Distribution.Carried(new MavenCoordinates("io.github.lamin4j", "lamin-schema", version), jar);
    }
}
