package lamin.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@link ResolvedPom} in {@code target/lamin/pom.txt}, because asking Maven takes half a second. It is valid as long
 * as its poms have the same content, the distribution is the same, and the jars exist.
 */
record PomCache(Path file, Distribution distribution) {
    PomCache(ModuleProject project, Distribution distribution) {
        this(project.cache().resolve("pom.txt"), distribution);
    }

    Optional<ResolvedPom> read() {
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // an invalid cache is rebuilt
        }
    }

    void write(ResolvedPom pom) {
        var lines = new ArrayList<String>();
        lines.add("distribution " + fingerprint());
        lines.add("coordinates " + pom.coordinates());
        lines.add("release " + pom.release());
        lines.add("processing " + pom.annotationProcessing());
        pom.inputs().forEach(input -> lines.add("input " + ContentHash.of(input) + " " + input));
        pom.compilePath().forEach(jar -> lines.add("compile " + jar));
        pom.runtimePath().forEach(jar -> lines.add("runtime " + jar));
        pom.entityPath().forEach(jar -> lines.add("entities " + jar));
        CacheFiles.replace(file, lines);
    }

    private Optional<ResolvedPom> parse(List<String> lines) {
        var inputs = values(lines, "input");
        var compilePath = paths(lines, "compile");
        var runtimePath = paths(lines, "runtime");
        var entityPath = paths(lines, "entities");
        boolean holds = values(lines, "distribution").equals(List.of(fingerprint()))
                && inputs.stream().allMatch(PomCache::isUnchanged)
                && Stream.of(compilePath, runtimePath, entityPath)
                        .flatMap(List::stream)
                        .allMatch(Files::exists);
        return holds
                ? Optional.of(new ResolvedPom(
                        MavenCoordinates.parse(values(lines, "coordinates").getFirst())
                                .orElseThrow(),
                        Integer.parseInt(values(lines, "release").getFirst()),
                        Boolean.parseBoolean(values(lines, "processing").getFirst()),
                        compilePath,
                        runtimePath,
                        entityPath,
                        inputs.stream().map(PomCache::inputFile).toList()))
                : Optional.empty();
    }

    /** Another build of this project with the same version is a different distribution. */
    private String fingerprint() {
        var hash = new ContentHash();
        distribution
                .artifacts()
                .forEach(carried -> hash.add(carried.coordinates().toString()));
        distribution.own().forEach(carried -> hash.addState(carried.file()));
        return hash.hex();
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    private static List<Path> paths(List<String> lines, String key) {
        return values(lines, key).stream().map(Path::of).toList();
    }

    private static boolean isUnchanged(String input) {
        var file = inputFile(input);
        return Files.exists(file) && input.startsWith(ContentHash.of(file) + " ");
    }

    private static Path inputFile(String input) {
        return Path.of(input.substring(input.indexOf(' ') + 1));
    }
}
