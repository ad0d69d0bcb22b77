package lamin.cli.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.authoring.Problem;
import lamin.project.CacheFiles;
import lamin.project.EditableModule;

/**
 * What {@code check} found, kept beside the classes that it looked at. Their folder is named after all that went into
 * them, so an unchanged module is checked without reading its entities again.
 */
final class CheckCache {
    private final Path file;

    CheckCache(EditableModule editable) {
        this.file = editable.classes().resolve(".lamin-check");
    }

    /** The problems as they were found; empty if nobody looked yet. */
    Optional<List<Problem>> read() {
        try {
            return Files.exists(file) ? Optional.of(parse(Files.readAllLines(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    List<Problem> write(List<Problem> problems) {
        var lines = new ArrayList<String>();
        for (var problem : problems) {
            lines.add(String.join(
                    " ",
                    problem.kind().name(),
                    problem.place(),
                    String.valueOf(problem.lines().size())));
            lines.addAll(problem.lines());
        }
        CacheFiles.replace(file, lines);
        return problems;
    }

    /** Each problem is a line with its kind, place and number of lines, then those. */
    private static List<Problem> parse(List<String> lines) {
        var problems = new ArrayList<Problem>();
        int at = 0;
        while (at < lines.size()) {
            var head = lines.get(at).split(" ", -1);
            int end = at + 1 + Integer.parseInt(head[2]);
            problems.add(new Problem(Problem.Kind.valueOf(head[0]), head[1], lines.subList(at + 1, end)));
            at = end;
        }
        return problems;
    }
}
