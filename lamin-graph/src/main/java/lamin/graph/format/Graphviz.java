package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.graph.picture.Picture;

/** The {@code dot} program of Graphviz, if installed: draws the DOT text in every format that it supports. */
public final class Graphviz {
    /** The output of dot for an unsupported format. */
    private static final Pattern KNOWN = Pattern.compile("Use one of: ([^\\r\\n]*)");

    private static final String NO_SUCH_FORMAT = "xxx";

    private final Path dot;

    private Graphviz(Path dot) {
        this.dot = dot;
    }

    /** Searches the folders of a {@code PATH}. */
    public static Optional<Graphviz> on(String path) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, "dot"), Path.of(folder, "dot.exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Graphviz::new);
    }

    /** One format for each that the program lists. */
    public List<Format> formats() {
        var answer = run(NO_SUCH_FORMAT, new byte[0]).errors;
        var matcher = KNOWN.matcher(answer);
        if (!matcher.find()) {
            return List.of();
        }
        return Stream.of(matcher.group(1).strip().split("\\s+"))
                .filter(name -> !name.contains(":"))
                .<Format>map(name -> new Drawn(name, this))
                .toList();
    }

    private record Drawn(String name, Graphviz graphviz) implements Format.OfPicture {
        @Override
        public byte[] write(Picture picture) {
            var result = graphviz.run(name, new Dot().write(picture));
            if (result.status != 0) {
                throw new IllegalStateException("Graphviz could not draw " + name + ": " + result.errors.strip());
            }
            return result.output;
        }
    }

    private static final class Result {
        final int status;
        final byte[] output;
        final String errors;

        Result(int status, byte[] output, String errors) {
            this.status = status;
            this.output = output;
            this.errors = errors;
        }
    }

    /** Input and both outputs go through files, so that neither side waits for the other. */
    private Result run(String format, byte[] input) {
        List<Path> files = new ArrayList<>();
        try {
            for (var name : List.of("in", "out", "err")) {
                files.add(Files.createTempFile("lamin-dot-", "." + name));
            }
            Files.write(files.getFirst(), input);
            var process = new ProcessBuilder(dot.toString(), "-T" + format)
                    .redirectInput(files.get(0).toFile())
                    .redirectOutput(files.get(1).toFile())
                    .redirectError(files.get(2).toFile())
                    .start();
            var status = process.waitFor();
            return new Result(
                    status, Files.readAllBytes(files.get(1)), new String(Files.readAllBytes(files.get(2)), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + dot + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Graphviz was drawing", e);
        } finally {
            files.forEach(Graphviz::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
