package lamin.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import lamin.authoring.Comparison;
import lamin.cli.command.Session;
import lamin.cli.command.Terminal;
import lamin.entities.EntityModelReader;
import lamin.module.ModuleCatalog;
import lamin.settings.Environment;

/**
 * What the start-up cache is trained on: the build runs it once, in a home folder of its own, and the JVM keeps the classes
 * that it needed. It does a little of all that users often do.
 */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        var scratch = Path.of(arguments[0]);
        run(scratch, "--help");
        run(scratch, "init", "--storage", scratch.resolve("training").toString(), "--schema", "bionty", "--json");
        run(scratch, "info", "--json");
        run(scratch, "migrate", "status", "--json");
        run(scratch, "migrate", "deploy");
        readEntities();
    }

    private static void run(Path home, String... arguments) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var session = new Session(
                new Environment(home, home, Map.of()), Terminal.NONE, InputStream.nullInputStream(), silent, silent);
        int exitCode = Main.run(session, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exitCode);
        }
    }

    /** As {@code migrate check} does. */
    private static void readEntities() {
        var catalog = ModuleCatalog.ofClassPath();
        EntityModelReader.read(catalog.all().stream()
                .map(module -> Comparison.entities(module, catalog.loader()))
                .toList());
    }
}
