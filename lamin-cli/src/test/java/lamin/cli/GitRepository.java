package lamin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A repository of the real git, with a name and without the settings of who runs the tests. */
record GitRepository(Path directory) {
    static GitRepository init(Path directory) throws IOException {
        Files.writeString(directory.resolve(".gitignore"), "target/\n");
        var repository = new GitRepository(directory);
        repository.run("init", "--quiet", "--initial-branch=main");
        repository.commit("First");
        return repository;
    }

    void commit(String message) {
        run("add", "--all");
        run("commit", "--quiet", "--message", message);
    }

    /** What it prints; a failure is one of the test. */
    String run(String... arguments) {
        var output = new StringBuilder();
        if (exitCode(output, arguments) != 0) {
            throw new IllegalStateException(List.of(arguments) + ": " + output);
        }
        return output.toString();
    }

    /** Two branches that changed the same line do not merge: git leaves a conflict. */
    void mergeWithConflict(String branch) {
        if (exitCode(new StringBuilder(), "merge", "--quiet", branch) == 0) {
            throw new IllegalStateException("no conflict with " + branch);
        }
    }

    private int exitCode(StringBuilder output, String... arguments) {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
        try {
            var process = builder.start();
            output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if it had never been one. */
    void forget() throws IOException {
        try (var files = Files.walk(directory.resolve(".git"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
