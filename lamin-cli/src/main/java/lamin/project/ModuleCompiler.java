package lamin.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.Remedy.Steps;

/**
 * Compiles a complete module into a folder named after a hash of all inputs, so that classes are never older than their
 * sources and never outlive them. If the folder already exists, it is the result.
 */
record ModuleCompiler(ModuleProject project, ResolvedPom pom, List<Path> classPath) {
    private static final String FOLDER = "classes-";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MESSAGES = 5;

    ModuleCompiler {
        classPath = List.copyOf(classPath);
    }

    Path classes() {
        var sources = filesIn(project.sources()).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        var resources = filesIn(project.resources());
        var result = project.cache().resolve(FOLDER + key(sources, resources));
        if (Files.isDirectory(result)) {
            noteUse(result);
        } else {
            compileInto(result, sources, resources);
        }
        return result;
    }

    /** What was used of late is not deleted by other processes. */
    private static void noteUse(Path result) {
        try {
            Files.setLastModifiedTime(result, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            // in a project that nobody writes to, nothing is deleted either
        }
    }

    private String key(List<Path> sources, List<Path> resources) {
        var hash = new ContentHash();
        hash.add(System.getProperty("java.vm.version"));
        hash.add(pom.release() + " " + pom.annotationProcessing());
        for (var file : Stream.concat(sources.stream(), resources.stream()).toList()) {
            hash.add(project.directory().relativize(file).toString());
            hash.add(file);
        }
        classPath.forEach(hash::addState);
        return hash.hex();
    }

    private void compileInto(Path result, List<Path> sources, List<Path> resources) {
        try {
            Files.createDirectories(project.cache());
            var fresh = Files.createTempDirectory(project.cache(), "compiling-");
            try {
                compile(fresh, sources);
                copy(resources, fresh);
                publish(fresh, result);
            } finally {
                if (Files.exists(fresh)) {
                    CacheFiles.delete(fresh);
                }
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot write " + result + ": " + e.getMessage(), e);
        }
    }

    private void compile(Path output, List<Path> sources) throws IOException {
        var compiler = compiler();
        refuseNewerRelease(compiler);
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = compiler.getTask(
                    null, files, problems, options(output), null, files.getJavaFileObjectsFromPaths(sources));
            if (!task.call()) {
                throw failed(problems.getDiagnostics());
            }
        }
    }

    private static JavaCompiler compiler() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new LaminException(
                    ErrorCode.INCOMPATIBLE,
                    "a module in source form is compiled, and " + System.getProperty("java.home")
                            + " is a Java without compiler",
                    new Advice("set LAMIN_JAVA_HOME to a JDK"));
        }
        return compiler;
    }

    private void refuseNewerRelease(JavaCompiler compiler) {
        int newest = compiler.getSourceVersions().stream()
                .mapToInt(SourceVersion::ordinal)
                .max()
                .orElse(0);
        if (pom.release() > newest) {
            throw new LaminException(
                    ErrorCode.INCOMPATIBLE,
                    "the pom asks for Java " + pom.release() + ", and lamin runs on Java " + newest,
                    new Advice("set LAMIN_JAVA_HOME to a newer JDK, or lower maven.compiler.release"));
        }
    }

    private List<String> options(Path output) {
        var path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(
                "-proc:" + (pom.annotationProcessing() ? "full" : "none"),
                "-g",
                "-parameters",
                "-nowarn",
                "-encoding",
                "UTF-8",
                "--release",
                Integer.toString(pom.release()),
                "-d",
                output.toString(),
                "-cp",
                path);
    }

    private LaminException failed(List<Diagnostic<? extends JavaFileObject>> problems) {
        var errors = problems.stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        var conflicts = errors.stream().flatMap(this::conflict).distinct().toList();
        if (!conflicts.isEmpty()) {
            return new LaminException(
                    ErrorCode.FAILURE,
                    conflicts.stream().map(this::describe).collect(Collectors.joining("\n")),
                    remedy(conflicts));
        }
        var lines = new ArrayList<>(
                errors.stream().limit(MESSAGES).map(this::message).toList());
        if (errors.size() > MESSAGES) {
            lines.add("and " + (errors.size() - MESSAGES) + " more errors");
        }
        return new LaminException(ErrorCode.FAILURE, String.join("\n", lines));
    }

    /** The position of a conflict left by git. */
    private record MergeConflict(Path file, int line) {}

    private String describe(MergeConflict conflict) {
        return project.directory().relativize(conflict.file()) + ":" + conflict.line() + ": git left a conflict here";
    }

    /** A conflict in package-info.java is usually between two heads, so the migrations conflict as well. */
    private Remedy remedy(List<MergeConflict> conflicts) {
        return conflicts.stream().anyMatch(conflict -> conflict.file().equals(project.packageInfo()))
                ? Steps.of(new Advice("keep either migration and the later version"), new MergeHeads())
                : new Advice("keep what belongs there");
    }

    /** One conflict represents all errors of the file. */
    private Stream<MergeConflict> conflict(Diagnostic<? extends JavaFileObject> problem) {
        var source = problem.getSource();
        if (source == null) {
            return Stream.empty();
        }
        var file = Path.of(source.toUri());
        return conflictLine(file).stream().mapToObj(line -> new MergeConflict(file, line));
    }

    private static OptionalInt conflictLine(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).startsWith("<<<<<<< "))
                    .map(line -> line + 1)
                    .findFirst();
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }

    /** {@code file:line: message}, with the first line of the message. */
    private String message(Diagnostic<? extends JavaFileObject> problem) {
        var text = problem.getMessage(Locale.ROOT).lines().map(String::strip).collect(Collectors.joining(" "));
        var source = problem.getSource();
        if (source == null) {
            return text;
        }
        return project.directory().relativize(Path.of(source.toUri())) + ":" + problem.getLineNumber() + ": " + text;
    }

    private void copy(List<Path> resources, Path output) throws IOException {
        for (var resource : resources) {
            var target = output.resolve(project.resources().relativize(resource).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(resource, target);
        }
    }

    /** Renames into place; if another process was faster, its result is the same. Then deletes older results. */
    private void publish(Path fresh, Path result) throws IOException {
        try {
            Files.move(fresh, result, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(result)) {
                throw e;
            }
        }
        try (var siblings = Files.list(project.cache())) {
            var old = siblings.filter(
                            sibling -> sibling.getFileName().toString().startsWith(FOLDER))
                    .filter(sibling -> !sibling.equals(result) && isUnused(sibling))
                    .toList();
            old.forEach(CacheFiles::delete);
        }
    }

    /** Another process, such as a shell, may still load classes from it. */
    private static boolean isUnused(Path result) {
        try {
            return Files.getLastModifiedTime(result)
                    .toInstant()
                    .isBefore(Instant.now().minus(KEPT));
        } catch (IOException deleted) {
            return false;
        }
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.find(
                folder,
                Integer.MAX_VALUE,
                (file, attributes) ->
                        attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file)))) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }
}
