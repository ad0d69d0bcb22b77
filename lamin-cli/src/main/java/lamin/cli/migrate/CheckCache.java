package lamin.cli.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamin.authoring.Problem;
import lamin.project.CacheFiles;
import lamin.project.EditableModule;
import lamin.schema.Remedy;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.MergeHeads;

/**
 * What {@code check} found, kept beside the classes that it looked at. Their folder is named after all that went into
 * them, so an unchanged module is checked without reading its entities again. What comes with a remedy that is not
 * written here is not kept, but found again.
 */
final class CheckCache {
    private static final Map<String, List<Remedy>> REMEDIES = Map.of(
            "none", List.of(),
            "generate", List.of(new GenerateMigration()),
            "merge", List.of(new MergeHeads()));

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
            if (!REMEDIES.containsValue(problem.remedies())) {
                return problems;
            }
            lines.add(String.join(
                    " ",
                    problem.kind().name(),
                    problem.place(),
                    String.valueOf(problem.lines().size()),
                    name(problem.remedies())));
            lines.addAll(problem.lines());
        }
        CacheFiles.replace(file, lines);
        return problems;
    }

    private static String name(List<Remedy> remedies) {
        return REMEDIES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(remedies))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Each problem is a line with its kind, place, number of lines and remedies, then those lines. */
    private static List<Problem> parse(List<String> lines) {
        var problems = new ArrayList<Problem>();
        int at = 0;
        while (at < lines.size()) {
            var head = lines.get(at).split(" ", -1);
            int end = at + 1 + Integer.parseInt(head[2]);
            var remedies = REMEDIES.get(head[3]);
            if (remedies == null) {
                throw new IllegalArgumentException("unknown remedies: " + head[3]);
            }
            problems.add(new Problem(Problem.Kind.valueOf(head[0]), head[1], lines.subList(at + 1, end), remedies));
            at = end;
        }
        return problems;
    }
}
