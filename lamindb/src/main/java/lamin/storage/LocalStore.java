package lamin.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.instance.Base62;

/** A storage in a local folder. */
public final class LocalStore implements FileStore {
    /** The folder of files whose path is made of their uid, and of temporary ones. */
    public static final String INTERNAL = ".lamindb";

    private static final String PREFIX = INTERNAL + "/upload-";
    private static final String SUFFIX = ".tmp";

    private final Path root;

    public LocalStore(Path root) {
        this.root = root;
    }

    /** Whether it is the path of something staged. */
    private static boolean isTemporary(String path) {
        return path.startsWith(PREFIX) && path.endsWith(SUFFIX);
    }

    @Override
    public List<Temporary> temporaries() throws IOException {
        var found = new ArrayList<Temporary>();
        for (var path : children(INTERNAL)) {
            var relative = slashed(root.relativize(path));
            if (isTemporary(relative)) {
                var name = relative.substring(PREFIX.length(), relative.length() - SUFFIX.length());
                var writer = Writer.parse(name.substring(0, Math.max(0, name.lastIndexOf('-'))));
                found.add(
                        new Temporary(relative, Files.getLastModifiedTime(path).toInstant(), writer));
            }
        }
        return found;
    }

    @Override
    public List<String> internal() throws IOException {
        var found = new ArrayList<String>();
        for (var path : children(INTERNAL)) {
            var relative = slashed(root.relativize(path));
            if (!isTemporary(relative)) {
                found.add(relative);
            }
        }
        return found;
    }

    private List<Path> children(String folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(root.resolve(folder))) {
            return paths.sorted().toList();
        }
    }

    @Override
    public Staged stage() throws IOException {
        Files.createDirectories(root.resolve(INTERNAL));
        return staged(PREFIX + Writer.current() + "-" + Base62.random(16) + SUFFIX);
    }

    @Override
    public Staged staged(String temporary) {
        return new LocalStaged(root, temporary);
    }

    @Override
    public void publish(Map<Staged, String> paths) throws IOException {
        var folders = new HashSet<Path>();
        for (var staged : paths.entrySet()) {
            var target = root.resolve(staged.getValue());
            move(root.resolve(staged.getKey().temporary()), target);
            folders.add(target.getParent());
        }
        folders.forEach(LocalStore::flush);
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    @Override
    public Optional<Stored> stat(String path) throws IOException {
        var file = root.resolve(path);
        if (Files.isDirectory(file)) {
            return Optional.of(
                    new Stored(path, list(path).stream().mapToLong(Stored::size).sum()));
        }
        try {
            return Optional.of(new Stored(path, Files.size(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    @Override
    public Optional<Path> local(String path) {
        return Optional.of(root.resolve(path));
    }

    @Override
    public List<Stored> list(String folder) throws IOException {
        var start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        var found = new ArrayList<Stored>();
        try (Stream<Path> paths = Files.walk(start)) {
            for (var path : paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                found.add(new Stored(slashed(root.relativize(path)), Files.size(path)));
            }
        }
        return found;
    }

    /** A path below a root, with slashes on every system. */
    static String slashed(Path path) {
        var names = new ArrayList<String>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    @Override
    public void delete(String path) throws IOException {
        delete(root.resolve(path));
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (var file : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        flush(Objects.requireNonNull(path.getParent(), "it is below the root"));
    }

    /** Makes the names in a folder last; not every system can. */
    private static void flush(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders, and keeps names without it
        }
    }

    private record LocalStaged(Path root, String temporary) implements Staged {
        private Path path() {
            return root.resolve(temporary);
        }

        @Override
        public OutputStream file() throws IOException {
            return flushed(path());
        }

        @Override
        public OutputStream file(String name) throws IOException {
            var file = path().resolve(name);
            Files.createDirectories(file.getParent());
            return flushed(file);
        }

        private static OutputStream flushed(Path file) throws IOException {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    try (channel) {
                        channel.force(true);
                    }
                }
            };
        }

        @Override
        public void discard() throws IOException {
            delete(path());
        }
    }
}
