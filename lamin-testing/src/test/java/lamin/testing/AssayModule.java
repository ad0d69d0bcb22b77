package lamin.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.ModuleScanner;

/**
 * The project of a module with four releases, to be spoiled. Its sources are those below {@code assay} in the resources;
 * what a release must say of its scripts is put in when they are first compiled.
 */
record AssayModule(Path directory) {
    static final String HEAD = "V2026_04_01_a00000000004_v1_3_0";
    private static final String PACKAGE = "src/main/java/lnschema_assay/";
    private static final String UNKNOWN = "c2:?";

    static AssayModule create(Path directory) throws IOException {
        var module = new AssayModule(directory);
        var resources = Path.of(resource("/assay"));
        try (var files = Files.walk(resources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = resources.relativize(file).toString().replace(".java.txt", ".java");
                module.write(PACKAGE + name, Files.readString(file));
            }
        }
        module.write("pom.xml", "<project/>");
        module.seal();
        return module;
    }

    private static URI resource(String name) {
        try {
            return AssayModule.class.getResource(name).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seal() throws IOException {
        var chain = Chain.load(info(), catalog().loader());
        for (var script : chain.scripts()) {
            edit("migrations/versions/" + script.fileName(), UNKNOWN, script.checksum());
        }
    }

    /** A file below the root package. */
    Path source(String name) {
        return directory.resolve(PACKAGE + name);
    }

    Path write(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void edit(String name, String old, String replacement) throws IOException {
        var text = Files.readString(source(name));
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " has no " + old);
        }
        Files.writeString(source(name), text.replace(old, replacement));
    }

    /** A script that follows another, and the head in package-info. */
    Path script(String id, String down, String upgrade, String downgrade) throws IOException {
        var name = "V2026_05_01_" + id + "_vx_x_x";
        return write(
                PACKAGE + "migrations/versions/" + name + ".java", """
                package lnschema_assay.migrations.versions;

                @lamin.schema.Revision(id = "%s", down = "%s", release = "vX.X.X")
                public final class %s implements lamin.schema.Migration {
                    @Override
                    public void upgrade(lamin.schema.operation.Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(lamin.schema.operation.Operations op) {
                        %s
                    }
                }
                """.formatted(id, down, name, upgrade, downgrade));
    }

    void head(String id) throws IOException {
        var text = Files.readString(source("package-info.java"));
        Files.writeString(
                source("package-info.java"), text.replaceAll("migration = \"\\w*\"", "migration = \"" + id + "\""));
    }

    /** As its build would: everything into a folder that was empty. */
    ModuleInfo info() throws IOException {
        return ModuleScanner.scan(compile()).orElseThrow();
    }

    ModuleCatalog catalog() throws IOException {
        var classes = directory.resolve("target/classes");
        return new ModuleCatalog(List.of(ModuleScanner.scan(classes).orElseThrow()), loader(classes));
    }

    private static ClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, AssayModule.class.getClassLoader());
    }

    private Path compile() throws IOException {
        var classes = directory.resolve("target/classes");
        if (Files.exists(classes)) {
            try (var files = Files.walk(classes)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(classes);
        var arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")));
        try (var files = Files.walk(directory.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the module of the test does not compile");
        }
        return classes;
    }
}
