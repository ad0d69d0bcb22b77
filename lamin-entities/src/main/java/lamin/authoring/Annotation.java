package lamin.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * A problem as an annotation of GitHub Actions: {@code ::error file=...,line=...,title=...::text}. Source: GitHub's
 * documentation, "Workflow commands".
 */
record Annotation(Problem problem, List<String> text, Path project) {
    String line() {
        var source = project.toAbsolutePath()
                .normalize()
                .resolve("src/main/java")
                .resolve(problem.place().replace('.', '/') + ".java");
        return "::" + (problem.isFailure() ? "error" : "warning") + " file=" + property(relative(source)) + ",line="
                + lineNumber(source) + ",title=" + property(problem.title()) + "::"
                + escaped(String.join("\n", text));
    }

    /** The path relative to the root of the repository. */
    private static String relative(Path source) {
        for (var folder = source.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder.relativize(source).toString().replace('\\', '/');
            }
        }
        return source.toString();
    }

    /** The line to be changed; the first line if it is not found. */
    private int lineNumber(Path source) {
        if (!Files.isRegularFile(source)) {
            return 1;
        }
        try {
            var lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(landmark())) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + source + ": " + e.getMessage(), e);
        }
    }

    private String landmark() {
        if (problem.place().endsWith(".package-info")) {
            return "@SchemaModule";
        }
        return switch (problem.kind()) {
            case OPERATIONS, FILLS, LINT, ADVICE -> "void upgrade(";
            case DOWNGRADE -> "void downgrade(";
            case CONVENTION, HEADS, HEAD, READING, RELEASED, TABLES -> "@Revision";
        };
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}
