package lamin.rehearsal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamin.instance.PostgresDatabase;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** {@code pg_dump} and {@code psql} of one installation. */
record PostgresPrograms(Path dump, Path restore, int version) {
    private static final List<Path> INSTALLATIONS = List.of(
            Path.of("/usr/lib/postgresql"), Path.of("/usr"), Path.of("/opt/homebrew/opt"), Path.of("/usr/local/opt"));
    private static final Pattern INSTALLATION = Pattern.compile("\\d+|pgsql-\\d+|postgresql(@\\d+)?|libpq");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /**
     * The programs whose version is the server's or the lowest above it, on the {@code PATH} or in PostgreSQL's usual
     * locations. An older {@code pg_dump} refuses a newer server.
     */
    static PostgresPrograms forServer(PostgresDatabase database, String path) {
        int server = database.read(connection -> connection.getMetaData().getDatabaseMajorVersion());
        return installed(path)
                .filter(programs -> programs.version >= server)
                .min(Comparator.comparingInt(PostgresPrograms::version))
                .orElseThrow(() -> new LaminException(
                        ErrorCode.FAILURE,
                        "the server cannot copy " + database.url() + ": somebody is connected to it, or it is another"
                                + " user's\nand no pg_dump of PostgreSQL " + server + " or later was found to copy it",
                        new Advice("close the other connections, or put pg_dump and psql on the PATH")));
    }

    private static Stream<PostgresPrograms> installed(String path) {
        var onPath = Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        return Stream.concat(onPath, INSTALLATIONS.stream().flatMap(PostgresPrograms::folders))
                .flatMap(folder -> in(folder).stream());
    }

    private static Stream<Path> folders(Path parent) {
        try (var children = Files.list(parent)) {
            return children
                    .filter(child ->
                            INSTALLATION.matcher(child.getFileName().toString()).matches())
                    .map(child -> child.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<PostgresPrograms> in(Path folder) {
        for (var ending : List.of("", ".exe")) {
            var dump = folder.resolve("pg_dump" + ending);
            var restore = folder.resolve("psql" + ending);
            if (Files.isExecutable(dump) && Files.isExecutable(restore)) {
                return version(dump).map(version -> new PostgresPrograms(dump, restore, version));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> version(Path dump) {
        try {
            var process = new ProcessBuilder(dump.toString(), "--version").start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var matcher = VERSION.matcher(answer);
            return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Copies a snapshot of everything except owners and grants. */
    void copy(PostgresDatabase from, PostgresDatabase to) {
        try {
            var errors = Files.createTempFile("lamin-dump-", ".err");
            try {
                copy(from, to, errors.toFile());
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot run " + dump + " and " + restore + ": " + e, e);
        }
    }

    private void copy(PostgresDatabase from, PostgresDatabase to, File errors) throws IOException {
        var reading = program(from, errors, dump, "--no-owner", "--no-privileges");
        var writing = program(to, errors, restore, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "-1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var processes = ProcessBuilder.startPipeline(List.of(reading, writing));
        try {
            boolean succeeded = true;
            for (var process : processes) {
                succeeded &= process.waitFor() == 0;
            }
            if (!succeeded) {
                throw failed(from, errors);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaminException(ErrorCode.FAILURE, "interrupted while " + from.url() + " was copied", e);
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static ProcessBuilder program(PostgresDatabase database, File errors, Path file, String... options) {
        var command = Stream.concat(
                Stream.of(file.toString(), "--no-password", "--dbname=" + database.url()), Stream.of(options));
        var builder = new ProcessBuilder(command.toList()).redirectError(ProcessBuilder.Redirect.appendTo(errors));
        database.admit(builder.environment());
        return builder;
    }

    private static LaminException failed(PostgresDatabase from, File errors) throws IOException {
        var reason = Files.readAllLines(errors.toPath()).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("without a reason");
        return new LaminException(
                ErrorCode.FAILURE,
                "pg_dump and psql could not copy " + from.url() + ": " + reason,
                new Advice("close the other connections, so that the server can copy it"));
    }
}
