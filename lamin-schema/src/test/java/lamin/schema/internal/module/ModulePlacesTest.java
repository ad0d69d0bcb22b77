package lamin.schema.internal.module;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import lamin.schema.ErrorCode;
import lamin.schema.SchemaModule;
import lamin.schema.fixture.ModuleFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;
import org.springframework.boot.loader.net.protocol.jar.JarUrl;

/** Each class loader here knows only what the test gives it: its parent has the JDK alone. */
class ModulePlacesTest {
    @TempDir
    private Path folder;

    private Path classes(String name) throws IOException {
        return ModuleFixture.of("lnschema_" + name, "version = \"1.0.0\", migration = \"aaaaaaaaaaaa\"")
                .entity("Plate")
                .migration("V1", "id = \"aaaaaaaaaaaa\"", "")
                .compileTo(Files.createDirectories(folder.resolve(name + "-classes")));
    }

    private static Path index(Path classes, String... packages) throws IOException {
        Files.createDirectories(classes.resolve("META-INF/lamin"));
        Files.write(classes.resolve(ModuleScanner.INDEX), List.of(packages));
        return classes;
    }

    /** A jar with a manifest, as build tools make it: of several files of one name the first counts. */
    private Path jar(String name, Manifest manifest, Path... contents) throws IOException {
        var file = folder.resolve(name);
        var known = new ArrayList<String>();
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (var content : contents) {
                try (var files = Files.walk(content)) {
                    for (var path : files.filter(Files::isRegularFile).toList()) {
                        var entry = content.relativize(path).toString();
                        if (!known.contains(entry)) {
                            known.add(entry);
                            jar.putNextEntry(new JarEntry(entry));
                            jar.write(Files.readAllBytes(path));
                        }
                    }
                }
            }
        }
        return file;
    }

    private static Manifest manifest(String classPath) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        return manifest;
    }

    private static URLClassLoader loader(Path... places) {
        return loader(Stream.of(places).map(place -> place.toUri().toString()).toArray(String[]::new));
    }

    private static URLClassLoader loader(String... urls) {
        var parsed = Stream.of(urls).map(ModulePlacesTest::url).toArray(URL[]::new);
        return new URLClassLoader(parsed, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFound(URLClassLoader loader, String... names) throws IOException {
        try (loader) {
            var modules = ModuleCatalog.visibleTo(loader).all();
            assertThat(modules).extracting(ModuleInfo::name).containsExactly(names);
            assertThat(modules).allSatisfy(module -> {
                assertThat(module.entities()).containsExactly(module.rootPackage() + ".Plate");
                assertThat(module.revisions()).extracting(RevisionInfo::id).containsExactly("aaaaaaaaaaaa");
            });
        }
    }

    @Test
    void a_jar_of_any_name_is_found_by_its_index() throws IOException {
        var jar = jar("service.jar", manifest(""), index(classes("assay"), "lnschema_assay"));
        assertFound(loader(jar), "assay");
    }

    @Test
    void a_fat_jar_whose_indexes_were_merged_has_all_modules() throws IOException {
        var classes = index(classes("assay"), "lnschema_assay", "lnschema_lab");
        assertFound(loader(jar("app.jar", manifest(""), classes, classes("lab"))), "assay", "lab");
    }

    @Test
    void a_fat_jar_that_kept_one_index_of_two_has_all_modules() throws IOException {
        var assay = index(classes("assay"), "lnschema_assay");
        var lab = index(classes("lab"), "lnschema_lab");
        assertFound(loader(jar("app.jar", manifest(""), assay, lab)), "assay", "lab");
    }

    @Test
    void a_fat_jar_that_kept_no_index_is_found_by_the_engine_in_it() throws IOException {
        assertFound(loader(jar("app.jar", manifest(""), classes("assay"), engine())), "assay");
    }

    private Path engine() throws IOException {
        var engine = folder.resolve("engine");
        var name = "lamin/schema/SchemaModule.class";
        Files.createDirectories(engine.resolve(name).getParent());
        try (var stream = SchemaModule.class.getResourceAsStream("SchemaModule.class")) {
            Files.copy(stream, engine.resolve(name));
        }
        return engine;
    }

    @Test
    void an_application_packed_with_one_module_may_have_entities_of_its_own() throws IOException {
        var application = ModuleFixture.of("com.example.shop", "version = \"1.0.0\"")
                .entity("Order")
                .compileTo(Files.createDirectories(folder.resolve("application")));
        var jar = jar("app.jar", manifest(""), classes("assay"), application, engine());
        try (var loader = loader(jar)) {
            var modules = ModuleCatalog.visibleTo(loader).needed(List.of("assay"));
            assertThatCode(() -> ModuleConvention.refuseViolations(modules)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnschema-assay-1.0.0.jar", "service.jar"})
    void a_jar_that_only_names_others_leads_to_them(String name) throws IOException {
        var module = jar(name, manifest(""), index(classes("assay"), "lnschema_assay"));
        var classes = classes("lab");
        var names = module.getFileName() + " " + classes.getFileName() + "/";
        assertFound(loader(jar("surefirebooter.jar", manifest(names))), "assay", "lab");
    }

    @Test
    void a_jar_without_an_index_is_found_by_its_name() throws IOException {
        assertFound(loader(jar("lnschema-assay-1.0.0.jar", manifest(""), classes("assay"))), "assay");
    }

    @Test
    void a_jar_inside_an_application_of_spring_boot_is_read_through_its_class_loader() throws IOException {
        var inner = jar("lnschema-assay-1.0.0.jar", manifest(""), index(classes("assay"), "lnschema_assay"));
        var outer = folder.resolve("app.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(outer), manifest(""))) {
            var bytes = Files.readAllBytes(inner);
            var entry = new JarEntry("BOOT-INF/lib/lnschema-assay-1.0.0.jar");
            var crc = new CRC32();
            crc.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
            jar.putNextEntry(entry);
            jar.write(bytes);
        }
        Files.delete(inner);
        Handlers.register();
        var url = JarUrl.create(outer.toFile(), "BOOT-INF/lib/lnschema-assay-1.0.0.jar");

        assertFound(launched(url), "assay");
        try (var loader = launched(url)) {
            var code = ModuleCatalog.visibleTo(loader).code().iterator().next();
            assertThat(code.header().location().toString()).endsWith("app.jar/!BOOT-INF/lib/lnschema-assay-1.0.0.jar");
            assertThat(code.contentKey()).contains(ContentKey.of(folder.resolve("assay-classes")));
        }
    }

    /** Its classes are in a folder of the jar, and the build tools of Spring Boot leave META-INF beside that folder. */
    @Test
    void the_own_classes_of_an_application_of_spring_boot_are_read_through_its_class_loader() throws IOException {
        var index = index(folder.resolve("index"), "lnschema_assay");
        var contents = classes("assay");
        var outer = folder.resolve("app.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(outer), manifest(""));
                var files = Files.walk(contents)) {
            add(jar, ModuleScanner.INDEX, index.resolve(ModuleScanner.INDEX));
            jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
            for (var file : files.filter(Files::isRegularFile).toList()) {
                add(jar, "BOOT-INF/classes/" + contents.relativize(file), file);
            }
        }
        Handlers.register();
        var classes = JarUrl.create(outer.toFile(), "BOOT-INF/classes/");

        assertFound(new LaunchedClassLoader(false, new URL[] {classes}, loader(outer)), "assay");
    }

    private static void add(JarOutputStream jar, String name, Path file) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(Files.readAllBytes(file));
    }

    private static URLClassLoader launched(URL url) {
        return new LaunchedClassLoader(false, new URL[] {url}, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void a_place_with_spaces_and_percent_signs_is_found() throws IOException {
        var place = Files.createDirectories(folder.resolve("my 100% own"));
        var jar = jar("lnschema-assay.jar", manifest(""), classes("assay"));
        var lab = Files.move(classes("lab"), place.resolve("classes"));
        assertFound(loader(Files.move(jar, place.resolve("lnschema-assay.jar")), lab), "assay", "lab");
    }

    @Test
    void a_module_found_in_two_ways_is_one() throws IOException {
        var classes = index(classes("assay"), "lnschema_assay");
        try (var loader = loader(classes)) {
            assertThat(ModulePlaces.of(loader)).hasSize(1);
        }
    }

    @Test
    void other_jars_are_not_listed() throws IOException {
        var broken = Files.writeString(folder.resolve("library.jar"), "not a jar", UTF_8);
        assertFound(loader(broken, index(classes("assay"), "lnschema_assay")), "assay");
    }

    @Test
    void a_loader_without_modules_is_named_when_one_is_asked_for() throws IOException {
        try (var loader = loader(folder.resolve("nothing.jar"))) {
            var catalog = ModuleCatalog.visibleTo(loader);
            assertThatThrownBy(() -> catalog.get("core"))
                    .hasMessageContaining("unknown module core; the class loader of the program sees no schema module")
                    .extracting("code")
                    .isEqualTo(ErrorCode.USAGE);
        }
    }
}
