package lamin.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of a git repository, queried with the {@code git} program. */
public record Git(Path folder) {
    /**
     * The lines that a subcommand prints; empty without git, outside of a repository, and if it fails.
     *
     * @param arguments the subcommand and its arguments
     */
    public Optional<List<String>> lines(String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return process.waitFor() == 0 ? Optional.of(lines) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The commit that is checked out, and whether files differ from it; empty outside of a repository. */
    public Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        lines("rev-parse", "HEAD").filter(lines -> lines.size() == 1).ifPresent(lines -> {
            state.put("commit", lines.getFirst());
            state.put(
                    "dirty",
                    lines("status", "--porcelain")
                            .map(changes -> !changes.isEmpty())
                            .orElse(true));
        });
        return state;
    }
}
