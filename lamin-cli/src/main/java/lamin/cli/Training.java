package lamin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import lamin.cli.command.Session;
import lamin.cli.command.Terminal;
import lamin.settings.Environment;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Trains the start-up cache: the build runs it once, in a separate home folder, and the JVM keeps the classes that it
 * loaded. It performs a sample of the most common actions.
 */
final class Training {
    private static final Map<String, String> PROJECT = Map.of(
            "pom.xml", """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>training</groupId>
                      <artifactId>lnschema-training</artifactId>
                      <version>0.1.0</version>
                    </project>
                    """,
            "src/main/java/lnschema_training/package-info.java", """
                    @lamin.schema.SchemaModule(version = "0.1.0")
                    package lnschema_training;
                    """,
            "src/main/java/lnschema_training/Note.java", """
                    package lnschema_training;

                    import jakarta.persistence.*;

                    @Entity
                    public class Note {
                        @Id
                        @GeneratedValue(strategy = GenerationType.IDENTITY)
                        private Long id;

                        @Column(length = 150, nullable = false)
                        private String name;

                        @ManyToOne
                        private Note parent;
                    }
                    """);

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        var scratch = Path.of(arguments[0]);
        run(scratch, scratch, "--help");
        run(scratch, scratch, "init", "--storage", "training", "--schema", "bionty", "--json");
        run(scratch, scratch, "info", "--json");
        data(scratch);
        run(scratch, scratch, "migrate", "status", "--json");
        run(scratch, scratch, "migrate", "deploy");
        var project = project(scratch.resolve("project"));
        run(scratch, project, "migrate", "create");
        run(scratch, project, "migrate", "check");
        unpackSqlite(Path.of(arguments[1]));
    }

    private static void data(Path scratch) throws IOException {
        Files.writeString(scratch.resolve("table.csv"), "sample,dose\ns1,0.5\n");
        run(scratch, scratch, "save", "table.csv", "--key", "table.csv");
        run(scratch, scratch, "annotate", "table.csv", "--label", "treated", "--feature", "day=1", "--create");
        run(scratch, scratch, "list", "artifact", "--filter", "ulabels.name=treated");
        run(scratch, scratch, "get", "table.csv");
        run(scratch, scratch, "describe", "table.csv");
        run(scratch, scratch, "lineage", "table.csv");
        run(scratch, scratch, "doctor");
    }

    /** The driver looks for it there; otherwise it would unpack it in every process, which takes 0.1 s. */
    private static void unpackSqlite(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(library, resource), folder.resolve(name));
        }
    }

    private static Path project(Path folder) throws IOException {
        for (var file : PROJECT.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private static void run(Path home, Path workingDirectory, String... arguments) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var environment = new Environment(home, workingDirectory, Map.of());
        var session = new Session(environment, Terminal.NONE, InputStream.nullInputStream(), silent, silent);
        int exitCode = Main.run(session, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exitCode);
        }
    }
}
