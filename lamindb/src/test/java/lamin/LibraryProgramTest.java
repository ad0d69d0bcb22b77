package lamin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import lamin.graph.SchemaGraph;
import lamin.library.OptionalLibrary;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.Driver;
import org.sqlite.JDBC;

/** Programs with what {@code lamindb} brings, as a consumer's pom gets it, and the libraries that they choose. */
class LibraryProgramTest {
    private static final Path LAMINDB = placeOf(Lamin.class);
    private static final Path GRAPH = placeOf(SchemaGraph.class);
    private static final Path SQLITE = placeOf(JDBC.class);
    private static final Path POSTGRESQL = placeOf(Driver.class);

    /** Saves a label in an instance on SQLite, or in the database that is given. */
    private static final String SAVING = """
            import lamin.InitOptions;
            import lamin.Lamin;
            import lamin.schema.LaminException;
            import lnschema_core.ULabel;

            public final class Program {
                private Program() {}

                public static void main(String[] arguments) {
                    for (var database : arguments) {
                        var options = InitOptions.storage("lab").db(database.equals("sqlite") ? null : database);
                        try (var instance = Lamin.create().init(options).instance()) {
                            instance.registry(ULabel.class).save(new ULabel("treated"));
                            System.out.println(instance.registry(ULabel.class).count() + " label");
                            System.out.println(instance.schema().view().withTablesOnly(true));
                        } catch (LaminException e) {
                            System.out.println(e.code() + " " + e.getMessage());
                        }
                    }
                }
            }
            """;

    private static final String DRAWING = SAVING.replace(
            "System.out.println(instance.schema().view().withTablesOnly(true));",
            "System.out.println(instance.schema().graph().svg());");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void lamindb_brings_no_driver_and_nothing_that_draws() throws IOException {
        assertThat(brought().map(LibraryProgramTest::artifact))
                .anyMatch(name -> name.startsWith("lnschema-core"))
                .noneMatch(name ->
                        name.matches("(sqlite-jdbc|postgresql|lamin-graph|lamin-parquet|lamin-test-databases)\\b.*"))
                .noneMatch(name -> name.matches(".*\\b(elk|emf|xtext|guava|jgrapht|apfloat|commons-text|jsvg)\\b.*"));
    }

    @Test
    void with_sqlite_alone_a_program_saves_a_label_and_sees_its_tables() throws Exception {
        assertThat(run(compiled(SAVING), List.of(SQLITE), "sqlite"))
                .startsWith("1 label\ncore 2.12.2 · 85 tables\n  lamindb_artifact\n");
    }

    /** How the class path of a program reaches the JVM. */
    enum Packaging {
        ENTRIES {
            @Override
            List<Path> pack(List<Path> classPath, Path folder) {
                return classPath;
            }
        },
        /** One jar that names the others, as Surefire and IDEs start programs. */
        MANIFEST_ONLY {
            @Override
            List<Path> pack(List<Path> classPath, Path folder) throws IOException {
                return List.of(PackedJar.namingOthers(folder.resolve("booter.jar"), classPath));
            }
        },
        /** One jar with all classes. */
        FAT {
            @Override
            List<Path> pack(List<Path> classPath, Path folder) throws IOException {
                return List.of(PackedJar.withAll(folder.resolve("app.jar"), classPath));
            }
        };

        abstract List<Path> pack(List<Path> classPath, Path folder) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void however_a_program_is_packed_it_finds_its_modules(Packaging packaging) throws Exception {
        var classPath = entries(compiled(SAVING), List.of(SQLITE));
        assertThat(run(packaging.pack(classPath, folder), "Program", "sqlite"))
                .startsWith("1 label\ncore 2.12.2 · 85 tables\n");
    }

    /** A launcher, as those of application servers, {@code mvn exec:java} and plug-ins: its own loader has no module. */
    private static final String LAUNCHING = """
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.net.URL;
            import java.net.URLClassLoader;
            import java.util.ArrayList;

            public final class Program {
                private Program() {}

                public static void main(String[] arguments) throws Exception {
                    var urls = new ArrayList<URL>();
                    for (var line : Files.readAllLines(Path.of(arguments[0]))) {
                        urls.add(Path.of(line).toUri().toURL());
                    }
                    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
                        Thread.currentThread().setContextClassLoader(loader);
                        loader.loadClass("Program").getMethod("main", String[].class)
                                .invoke(null, (Object) new String[] {"sqlite"});
                    }
                }
            }
            """;

    @Test
    void a_program_in_a_class_loader_of_its_own_finds_its_modules() throws Exception {
        var program = Files.move(compiled(SAVING), folder.resolve("program"));
        var list = Files.write(
                folder.resolve("entries.txt"),
                entries(program, List.of(SQLITE)).stream().map(Path::toString).toList());
        assertThat(run(List.of(compiled(LAUNCHING)), "Program", list.toString()))
                .startsWith("1 label\ncore 2.12.2 · 85 tables\n");
    }

    @Test
    void a_program_that_configured_no_logging_prints_no_lines_of_hibernate() throws Exception {
        run(compiled(SAVING), List.of(SQLITE), "sqlite");
        assertThat(folder.resolve("errors.txt")).content().doesNotContain("org.hibernate", "HHH");
    }

    @Test
    void with_postgresql_alone_a_program_saves_a_label_and_learns_how_to_use_sqlite() throws Exception {
        try (var database = TestPostgres.create()) {
            assertThat(run(compiled(SAVING), List.of(POSTGRESQL), "sqlite", database.url()))
                    .startsWith("""
                            FAILURE SQLite databases need the JDBC driver sqlite-jdbc, which is not on the class path
                            add %s to the dependencies of the program
                            1 label
                            """.formatted(OptionalLibrary.SQLITE.coordinates()));
        }
    }

    @Test
    void without_a_driver_nothing_is_left_behind_and_the_message_names_it() throws Exception {
        assertThat(run(compiled(SAVING), List.of(), "sqlite", "postgresql://me@localhost:1/lab"))
                .isEqualTo(
                        """
                        FAILURE SQLite databases need the JDBC driver sqlite-jdbc, which is not on the class path
                        add %s to the dependencies of the program
                        FAILURE PostgreSQL databases need the JDBC driver postgresql, which is not on the class path
                        add %s to the dependencies of the program
                        """.formatted(OptionalLibrary.SQLITE.coordinates(), OptionalLibrary.POSTGRESQL.coordinates()));
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void without_lamin_graph_drawing_says_what_to_add() throws Exception {
        assertThat(run(compiled(DRAWING, GRAPH), List.of(SQLITE), "sqlite"))
                .isEqualTo("""
                        1 label
                        FAILURE pictures and exports of schemas need lamin-graph, which is not on the class path
                        add %s to the dependencies of the program
                        """.formatted(OptionalLibrary.LAMIN_GRAPH.coordinates()));
    }

    @Test
    void the_coordinates_have_the_versions_of_the_build() {
        for (var library : OptionalLibrary.values()) {
            assertThat(library.coordinates()).matches("[a-z0-9.]+:[a-z-]+:\\d[\\w.-]+");
        }
        assertThat(OptionalLibrary.LAMIN_GRAPH.coordinates()).endsWith(":" + Version.CURRENT);
    }

    /** What Maven gives a program that depends on lamindb, and lamindb itself. */
    private static Stream<Path> brought() throws IOException {
        var list = Files.readString(Path.of("target/runtime-class-path.txt")).strip();
        return Stream.concat(
                Stream.of(LAMINDB), Stream.of(list.split(File.pathSeparator)).map(Path::of));
    }

    /** The name of a jar, or of the Maven module that a folder of classes belongs to. */
    private static String artifact(Path entry) {
        var named = Files.isDirectory(entry) ? entry.resolve("../..").normalize() : entry;
        return named.getFileName().toString();
    }

    /** Compiles it with all warnings on, of which there must be none. */
    private Path compiled(String source, Path... libraries) throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var file = Files.writeString(folder.resolve("Program.java"), source);
        var classPath = joined(Stream.concat(brought(), Stream.of(libraries)));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        classPath,
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).as("result of javac").isZero();
        return classes;
    }

    private static List<Path> entries(Path program, List<Path> libraries) throws IOException {
        return Stream.of(Stream.of(program), brought(), libraries.stream())
                .flatMap(part -> part)
                .toList();
    }

    private String run(Path program, List<Path> libraries, String... arguments) throws Exception {
        return run(entries(program, libraries), "Program", arguments);
    }

    private String run(List<Path> classPath, String main, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                joined(classPath.stream()),
                main));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Files.createDirectory(folder.resolve("work")).toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().remove("LAMIN_SETTINGS_DIR");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(() -> read(folder.resolve("errors.txt")))
                .isZero();
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String joined(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path placeOf(Class<?> type) {
        var source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        return Path.of(source.getLocation().getPath());
    }
}
