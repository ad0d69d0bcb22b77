package lamin.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Builds of a small module {@code assay}, which has one entity and points to nothing. Releases lie in the local
 * repository of the user's Maven.
 *
 * @param folder for sources, classes and jars
 */
record AssayReleases(Path folder, Path repository) {
    static final String FIRST = "aaaaaaaaaaaa";
    static final String SECOND = "bbbbbbbbbbbb";
    static final String OTHER = "cccccccccccc";

    private static final String CREATE = """
            op.createTable("assay_notebook").column("id", int64()).identity().column("name", string(255)).primaryKey("id");
            """;

    static AssayReleases in(Path folder) {
        return new AssayReleases(folder.resolve("assay"), folder.resolve("repository"));
    }

    /** The command of a user whose home is apart from the releases. */
    Cli user() throws IOException {
        return Cli.in(Files.createDirectory(folder.resolveSibling("u")));
    }

    /** Version 0.1.0, with one migration. */
    Path first() throws IOException {
        return build("0.1.0", List.of("name"), migration(FIRST, "", CREATE));
    }

    /** Version 0.2.0, with a second one. */
    Path second() throws IOException {
        return build(
                "0.2.0",
                List.of("name", "version"),
                migration(FIRST, "", CREATE),
                migration(SECOND, FIRST, addColumn("version")));
    }

    /** Version 0.2.0, the first migration of which says something else. */
    Path edited() throws IOException {
        return build(
                "0.2.0",
                List.of("name", "version"),
                migration(FIRST, "", CREATE.replace("string(255)", "string(200)")),
                migration(SECOND, FIRST, addColumn("version")));
    }

    /** Version 0.1.0 as somebody else built it on a branch, with another second migration. */
    Path ofABranch() throws IOException {
        return build(
                "0.1.0",
                List.of("name", "colour"),
                migration(FIRST, "", CREATE),
                migration(OTHER, FIRST, addColumn("colour")));
    }

    /** Version 0.2.0, the second migration of which fails on every database. */
    Path broken() throws IOException {
        return build(
                "0.2.0",
                List.of("name"),
                migration(FIRST, "", CREATE),
                migration(SECOND, FIRST, "op.execute(\"insert into nowhere values (1)\");"));
    }

    /** Version 0.1.0, the code of which, once it runs, leaves a file there. */
    Path leaving(Path trace) throws IOException {
        var create = "static { new java.io.File(\"" + trace + "\").mkdir(); }";
        return build("0.1.0", List.of("name"), migration(FIRST, "", CREATE).with(create));
    }

    /** Puts a jar where Maven finds {@code com.example:lnschema-assay:VERSION}; returns those coordinates. */
    String release(Path jar, String version) throws IOException {
        var home = Files.createDirectories(repository.resolve("com/example/lnschema-assay/" + version));
        var name = "lnschema-assay-" + version;
        Files.copy(jar, home.resolve(name + ".jar"));
        Files.writeString(home.resolve(name + ".pom"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <groupId>com.example</groupId><artifactId>lnschema-assay</artifactId><version>%s</version></project>
                """.formatted(version));
        return "com.example:lnschema-assay:" + version;
    }

    private static String addColumn(String column) {
        return "op.addColumn(\"assay_notebook\", \"" + column + "\", string(255));";
    }

    private record Source(String name, String text) {
        /** With a member more. */
        Source with(String member) {
            return new Source(name, text.replaceFirst("(?m)^}", Matcher.quoteReplacement(member + "}")));
        }
    }

    private static Source migration(String id, String down, String upgrade) {
        return new Source("migrations/versions/V" + id, """
                package lnschema_assay.migrations.versions;
                import static lamin.schema.model.ColumnTypes.*;
                @lamin.schema.Revision(id = "%s", down = {%s})
                public final class V%s implements lamin.schema.Migration {
                    public void upgrade(lamin.schema.operation.Operations op) { %s }
                    public void downgrade(lamin.schema.operation.Operations op) { %s }
                }
                """.formatted(
                        id, down.isEmpty() ? "" : "\"" + down + "\"", id, upgrade, reverse(upgrade)));
    }

    private static String reverse(String upgrade) {
        return upgrade.startsWith("op.createTable")
                ? "op.dropTable(\"assay_notebook\");"
                : upgrade.replaceAll("addColumn\\((.*), string\\(255\\)\\)", "dropColumn($1)");
    }

    private static Source entity(List<String> properties) {
        var fields = new StringBuilder();
        properties.forEach(property -> fields.append("private String " + property + ";\n"));
        return new Source("Notebook", """
                package lnschema_assay;
                import jakarta.persistence.*;
                @Entity(name = "assay.Notebook") @Table(name = "assay_notebook")
                public class Notebook {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
                    %s
                    protected Notebook() {}
                    public Notebook(String name) { this.name = name; }
                    public String name() { return name; }
                }
                """.formatted(fields));
    }

    private Path build(String version, List<String> properties, Source... migrations) throws IOException {
        var sources = new ArrayList<>(List.of(migrations));
        var head = migrations[migrations.length - 1].name().replace("migrations/versions/V", "");
        sources.add(new Source("package-info", """
                @lamin.schema.SchemaModule(version = "%s", migration = "%s")
                package lnschema_assay;
                """.formatted(version, head)));
        sources.add(entity(properties));
        Files.createDirectories(folder);
        var build = Files.createTempDirectory(folder, "build");
        compile(sources, build);
        return jar(build.resolve("classes"), build.resolve("lnschema-assay.jar"));
    }

    private static void compile(List<Source> sources, Path build) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                build.resolve("classes").toString()));
        for (var source : sources) {
            var file = build.resolve("src/lnschema_assay/" + source.name() + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.text()).toString());
        }
        var errors = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the module of the test does not compile: " + errors);
        }
    }

    private static Path jar(Path classes, Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(classes)) {
            for (var path : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, jar);
            }
        }
        return file;
    }
}
