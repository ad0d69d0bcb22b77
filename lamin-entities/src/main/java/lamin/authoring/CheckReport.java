package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;

/**
 * Reports the findings of a check where users and CI look for them.
 *
 * @param project the module's project directory
 * @param environment the variables of the process; those of GitHub Actions are used
 * @param wording words a remedy for the printed report, in one line
 */
public record CheckReport(
        List<Problem> problems, Path project, Map<String, String> environment, Function<Remedy, String> wording) {
    public CheckReport {
        problems = problems.stream().sorted(Comparator.comparing(Problem::kind)).toList();
        environment = Map.copyOf(environment);
    }

    /** The problems that make the module unsound. */
    public List<Problem> failures() {
        return problems.stream().filter(Problem::isFailure).toList();
    }

    /** The problems that are for information only. */
    public List<Problem> advice() {
        return problems.stream().filter(problem -> !problem.isFailure()).toList();
    }

    /** All failures; blocks to paste come last. */
    public List<String> lines() {
        return failures().stream().flatMap(problem -> text(problem).stream()).toList();
    }

    /** The finding and its remedies; a block to paste is preceded by the imports that its script lacks. */
    public List<String> text(Problem problem) {
        var text = problem.text(wording);
        return problem.kind().isBlock()
                ? Stream.concat(imports(problem.place(), text).stream(), text.stream())
                        .toList()
                : text;
    }

    /** Nothing for a script that is yet to be generated: it will have all of them. */
    private List<String> imports(String className, List<String> block) {
        var name = className.substring(className.lastIndexOf('.') + 1) + ".java";
        var source = project.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
        if (name.equals("package-info.java") || !Files.isRegularFile(source)) {
            return List.of();
        }
        try {
            var missing = ScriptImports.missing(Files.readString(source), block);
            return missing.isEmpty()
                    ? List.of()
                    : Stream.concat(Stream.of("----- add to " + name + ", imports -----"), missing.stream())
                            .toList();
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    /** Java to paste. */
    public List<String> blocks() {
        return problems.stream()
                .filter(problem -> problem.kind().isBlock())
                .flatMap(problem -> text(problem).stream())
                .toList();
    }

    /** The most severe of the codes; empty if nothing is wrong. */
    public Optional<ErrorCode> code() {
        return problems.stream()
                .flatMap(problem -> problem.kind().code().stream())
                .max(Comparator.naturalOrder());
    }

    /** Lines that GitHub Actions shows on the files of a pull request; empty elsewhere. */
    public List<String> annotations() {
        return "true".equals(environment.get("GITHUB_ACTIONS"))
                ? problems.stream()
                        .map(problem -> new Annotation(problem, text(problem), project).line())
                        .toList()
                : List.of();
    }

    /**
     * Writes the blocks to {@code target/lamin/missing-operations.txt}, and everything to the summary of a GitHub job.
     */
    public void leave() {
        try {
            var file = project.resolve("target/lamin/missing-operations.txt");
            if (blocks().isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.write(file, blocks());
            }
            summarize();
        } catch (IOException e) {
            throw new LaminException(
                    ErrorCode.FAILURE, "the missing operations cannot be written: " + e.getMessage(), e);
        }
    }

    private void summarize() throws IOException {
        var summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (summary.isBlank() || problems.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        for (var problem : problems) {
            lines.add("### " + problem.title());
            lines.add(problem.kind().isBlock() ? "```java" : "```text");
            lines.addAll(text(problem));
            lines.add("```");
        }
        Files.write(Path.of(summary), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
