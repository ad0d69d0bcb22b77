package lamin.schema.internal.module;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import lamin.schema.internal.module.ContentKey.Content;

/** A folder of classes. Links to folders inside it are not followed. */
final class FolderFiles implements ClassFiles {
    private static final String CLASS = ".class";
    private static final int BLOCK = 1 << 14;

    private final SortedMap<String, Path> files = new TreeMap<>();
    private final Map<String, Content> read = new ConcurrentHashMap<>();

    private FolderFiles() {}

    static FolderFiles open(Path root) throws IOException {
        var folder = new FolderFiles();
        folder.list(root, "");
        return folder;
    }

    /**
     * Class files are recognised by name only: querying the file system for a thousand of them takes half as long as
     * reading them.
     */
    private void list(Path folder, String prefix) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = prefix + entry.getFileName();
                if (!name.endsWith(CLASS) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    list(entry, name + "/");
                } else {
                    files.put(name, entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<String> names() {
        return files.keySet().stream().filter(ClassFiles::isWanted).toList();
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        var bytes = Files.readAllBytes(files.get(name));
        var crc = new CRC32();
        crc.update(bytes);
        read.put(name, new Content(bytes.length, crc.getValue()));
        return bytes;
    }

    @Override
    public SortedMap<String, Content> contents() throws IOException {
        var counted = files.keySet().stream().filter(ContentKey::counts).toList();
        var found = InParallel.map(counted, this::content);
        var contents = new TreeMap<String, Content>();
        for (int i = 0; i < counted.size(); i++) {
            contents.put(counted.get(i), found.get(i));
        }
        return contents;
    }

    private Content content(String name) throws IOException {
        var known = read.get(name);
        return known == null ? content(Objects.requireNonNull(files.get(name))) : known;
    }

    private static Content content(Path file) throws IOException {
        var crc = new CRC32();
        var buffer = new byte[BLOCK];
        long size = 0;
        try (var in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                crc.update(buffer, 0, length);
            }
        }
        return new Content(size, crc.getValue());
    }

    @Override
    public List<String> artifacts() {
        return List.of();
    }

    @Override
    public void close() {}
}
