package lamin.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/**
 * The files below a folder, in the order of their paths. Links to files inside the folder are followed; a link that leads
 * out of it, or back to a folder above, is refused.
 */
public final class SourceFolder {
    private final Path root;
    private final List<SourceFile> files;

    private SourceFolder(Path root, List<SourceFile> files) {
        this.root = root;
        this.files = List.copyOf(files);
    }

    public static SourceFolder at(Path folder) {
        try {
            var real = folder.toRealPath();
            var files = new ArrayList<SourceFile>();
            try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                for (var path :
                        paths.filter(path -> !Files.isDirectory(path)).sorted().toList()) {
                    requireInside(real, path);
                    files.add(SourceFile.at(path));
                }
            }
            return new SourceFolder(folder, files);
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private static void requireInside(Path root, Path path) throws IOException {
        if (Files.exists(path) && !path.toRealPath().startsWith(root)) {
            throw new LaminException(
                    ErrorCode.REFUSED, path + " is a link to " + path.toRealPath() + ", outside of " + root);
        }
    }

    private static LaminException unreadable(Path folder, IOException cause) {
        return new LaminException(
                ErrorCode.FAILURE, "cannot read the folder " + folder + ": " + cause.getMessage(), cause);
    }

    public Path root() {
        return root;
    }

    public List<SourceFile> files() {
        return files;
    }

    /** The path of a file below the folder, with slashes on every system. */
    public String name(SourceFile file) {
        var names = new ArrayList<String>();
        root.relativize(file.path()).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** The content of a folder whose files have these contents. */
    public static Content content(List<Content> files) {
        var all = Digests.md5();
        files.stream()
                .map(file -> file.hash().text())
                .sorted()
                .map(hash -> Digests.md5().digest(hash.getBytes(StandardCharsets.UTF_8)))
                .forEach(all::update);
        long size = files.stream().mapToLong(Content::size).sum();
        return new Content(size, ContentHash.of(ContentHash.Kind.MD5_FOLDER, all.digest()), null, (long) files.size());
    }

    /** In bytes, of all files. */
    public long size() {
        return files.stream().mapToLong(SourceFile::size).sum();
    }

    /** Hashes all files. */
    public Content content(LongConsumer progress) {
        return content(files.stream().map(file -> file.content(progress)).toList());
    }
}
