package lamin.cli.schema;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lamin.graph.SchemaGraph;
import lamin.instance.Slug;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.settings.Environment;

/**
 * The program with which the user's desktop opens files.
 *
 * @param command the command that is called with the file; empty without a desktop
 */
record Desktop(List<String> command) {
    private static final int SECONDS_TO_FAIL = 5;

    Desktop {
        command = List.copyOf(command);
    }

    /** The program of this system: {@code open}, {@code rundll32} or the first one installed on Linux. */
    static Desktop of(Environment environment) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return new Desktop(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        var programs = system.startsWith("mac") ? Stream.of("open") : Stream.of("xdg-open", "gio", "wslview");
        return programs.flatMap(program -> onPath(program, environment.programs()).stream())
                .findFirst()
                .map(program -> new Desktop(
                        program.endsWith("gio") ? List.of(program.toString(), "open") : List.of(program.toString())))
                .orElseGet(() -> new Desktop(List.of()));
    }

    private static Optional<Path> onPath(String program, String path) {
        return Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Writes the picture to a temporary file and opens it. */
    void open(SchemaGraph graph, Slug slug) {
        try {
            var file = Files.createTempFile("lamin-" + slug.name() + "-", ".svg");
            Files.write(file, graph.create("svg"));
            open(file);
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "the picture cannot be shown: " + e.getMessage(), e);
        }
    }

    private void open(Path file) throws IOException {
        if (command.isEmpty()) {
            throw notOpened(file, "no program that opens pictures is installed (xdg-open)");
        }
        var line = Stream.concat(command.stream(), Stream.of(file.toString())).toList();
        var process = new ProcessBuilder(line)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS);
            if (ended && process.exitValue() != 0) {
                throw notOpened(file, command.getFirst() + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LaminException notOpened(Path file, String reason) {
        return new LaminException(
                ErrorCode.FAILURE,
                "the picture was written, but not opened: " + reason,
                new Advice("open it yourself: " + file));
    }
}
