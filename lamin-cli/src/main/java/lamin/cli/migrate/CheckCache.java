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
 * Caches the findings of {@code check} next to the checked classes. Their folder is named after all of its inputs, so
 * an unchanged module is checked without reading its entities again. Findings with a remedy that this cache cannot
 * store are not cached but recomputed.
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

    /** The cached problems; empty if there is no cache. */
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

    /** Each problem is one line with its kind, place, number of lines and remedies, followed by those lines. */
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
