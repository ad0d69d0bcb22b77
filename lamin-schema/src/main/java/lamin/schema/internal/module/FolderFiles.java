package lamin.schema.internal.module;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import lamin.schema.internal.module.ContentKey.Content;

/** A folder of classes. Links to folders inside it are not followed. */
final class FolderFiles implements ClassFiles {
    private static final String CLASS = ".class";

    private final SortedMap<String, Path> files = new TreeMap<>();
    private final Map<String, Content> read = new HashMap<>();

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
        var buffer = ByteBuffer.allocateDirect(1 << 16);
        var contents = new TreeMap<String, Content>();
        for (var file : files.entrySet()) {
            var name = file.getKey();
            if (ContentKey.counts(name)) {
                var known = read.get(name);
                contents.put(name, known == null ? content(file.getValue(), buffer) : known);
            }
        }
        return contents;
    }

    private static Content content(Path file, ByteBuffer buffer) throws IOException {
        var crc = new CRC32();
        long size = 0;
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                size += buffer.position();
                crc.update(buffer.flip());
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
