package lamin.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.cli.command.Session;
import lamin.cli.command.Terminal;
import lamin.instance.Database;
import lamin.settings.Environment;

/**
 * The command as a user in a temporary folder calls it: {@code home} is below that folder, and so is Maven's local
 * repository.
 */
record Cli(Path folder, Path workingDirectory, Map<String, String> variables) {
    static {
        // of the build that runs the tests: modules in tests have their own
        System.clearProperty("maven.repo.local");
    }

    /** How a command ended and what it printed. */
    record Result(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }
    }

    static Cli in(Path folder) {
        var repository = "-Dmaven.repo.local=\"" + folder.resolve("repository") + "\"";
        return new Cli(folder, folder, Map.of("MAVEN_OPTS", repository));
    }

    Cli at(Path directory) {
        return new Cli(folder, directory, variables);
    }

    Cli with(String variable, String value) {
        var more = new HashMap<>(variables);
        more.put(variable, value);
        return new Cli(folder, workingDirectory, more);
    }

    /** Without a terminal. */
    Result run(String... arguments) {
        return run(Terminal.NONE, "", arguments);
    }

    Result runWithInput(String input, String... arguments) {
        return run(Terminal.NONE, input, arguments);
    }

    /** At a terminal where a person types these answers. */
    Result runAnswering(List<String> answers, String... arguments) {
        return run(new Person(new ArrayDeque<>(answers)), "", arguments);
    }

    private Result run(Terminal terminal, String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = Main.run(session(terminal, input, out, err), arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Session session(Terminal terminal, String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Session(
                new Environment(folder.resolve("home"), workingDirectory, variables),
                terminal,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    /** What a program of this user works with; what it reports goes nowhere. */
    Session session() {
        return session(Terminal.NONE, "", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    /** The database of an instance. */
    Database database(String instance) {
        var session = session();
        return session.database(session.instance(instance));
    }

    /** A statement or a query for one number on an instance's database. */
    long sql(String instance, String sql) {
        return database(instance).write(connection -> {
            try (var statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return (long) statement.getUpdateCount();
                }
                try (var rows = statement.getResultSet()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** All files but those of Maven's repository, with what they hold and when they were last written. */
    SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(each -> !each.startsWith(folder.resolve("repository")))
                    .toList()) {
                files.put(folder.relativize(path).toString(), content(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String content(Path path) throws IOException {
        return Files.isDirectory(path)
                ? "folder"
                : Files.getLastModifiedTime(path) + " "
                        + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    }

    /** Types what was prepared; asked more than that, it is the end of input. */
    private record Person(Deque<String> answers) implements Terminal {
        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<char[]> askSecret(String question) {
            return ask(question).map(String::toCharArray);
        }
    }
}
