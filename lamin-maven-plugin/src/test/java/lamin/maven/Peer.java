package lamin.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Another tool that migrates the service of the guide to Spring Boot. The folders {@code 1} and {@code 2} of {@code src/test/peers/TOOL}
 * have the files that a person writes for the first start and for the second migration. The file {@code commands} has what is typed,
 * and the folder {@code generated} what the tool writes, some of which is then edited.
 */
enum Peer {
    FLYWAY("flyway"),
    LIQUIBASE("liquibase-hibernate");

    private static final Path FOLDER = Path.of("src/test/peers");

    /** The service without any tool. */
    static final Path SERVICE = FOLDER.resolve("service");

    private static final String COMMANDS = "commands";
    private static final String GENERATED = "generated";

    private final String tool;

    Peer(String tool) {
        this.tool = tool;
    }

    Path folder(int step) {
        return FOLDER.resolve(tool).resolve(String.valueOf(step));
    }

    private Path generated(int step) {
        return folder(step).resolve(GENERATED);
    }

    List<String> commands(int step) throws IOException {
        return Files.readAllLines(folder(step).resolve(COMMANDS));
    }

    /** The files that a person writes or edits. */
    List<Path> edited(int step) throws IOException {
        return names(folder(step))
                .filter(name -> !name.startsWith(COMMANDS) && !name.startsWith(GENERATED))
                .toList();
    }

    private static Stream<Path> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).toList().stream();
        }
    }

    /** The file as it was before a person edited it. */
    Optional<Path> before(int step, Path name) {
        var earlier = IntStream.range(1, step).mapToObj(number -> folder(step - number));
        return Stream.concat(Stream.concat(Stream.of(generated(step)), earlier), Stream.of(SERVICE))
                .map(place -> place.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** Copies what the service has after this step, apart from what it had before. */
    void copy(int step, Path target) throws IOException {
        for (var source : List.of(generated(step), folder(step))) {
            for (var name :
                    names(source).filter(name -> !name.startsWith(GENERATED)).toList()) {
                Files.createDirectories(target.resolve(name).resolveSibling(""));
                Files.deleteIfExists(target.resolve(name));
                Files.copy(source.resolve(name), target.resolve(name));
            }
        }
    }

    /** Runs what is pending in the service's files. */
    void migrate(Path service, String jdbcUrl) throws Exception {
        var resources = service.resolve("src/main/resources");
        switch (this) {
            case FLYWAY -> PeerRuns.flyway(resources, jdbcUrl);
            case LIQUIBASE -> PeerRuns.liquibase(resources, jdbcUrl);
        }
    }
}
