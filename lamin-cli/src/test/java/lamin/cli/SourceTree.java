package lamin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The sources of this build as a clone has them: nothing that a build made. */
final class SourceTree {
    private static final Path ROOT = Path.of("..");

    private SourceTree() {}

    /** Everything that is needed to build the distribution. */
    static Path copyTo(Path target) throws IOException {
        try (var entries = Files.list(ROOT)) {
            for (var entry : entries.toList()) {
                if (Files.isRegularFile(entry)) {
                    copy(entry, target);
                } else if (Files.exists(entry.resolve("pom.xml"))) {
                    copy(entry.resolve("pom.xml"), target);
                    copy(entry.resolve("src"), target);
                }
            }
        }
        return target;
    }

    /** Only the files of the launcher itself. */
    static Path copyLauncherTo(Path target) throws IOException {
        for (var part : List.of("lamin", "pom.xml", "lamin-cli/src/main/dist")) {
            copy(ROOT.resolve(part), target);
        }
        return target;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.exists(source) ? Files.walk(source) : Stream.empty()) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = target.resolve(ROOT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
