package lamin.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.function.LongConsumer;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A regular file whose content is read. If it changes or vanishes meanwhile, reading fails, so that a hash always
 * belongs to bytes that were in the file at one time.
 */
public final class SourceFile {
    static final int BLOCK = 1 << 20;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final @Nullable Object key;

    private SourceFile(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime();
        this.key = attributes.fileKey();
    }

    /**
     * The file at a path; links are followed.
     *
     * @throws LaminException if there is no file, or something that is not a regular file, such as a pipe
     */
    public static SourceFile at(Path path) {
        var attributes = attributes(path);
        if (!attributes.isRegularFile()) {
            throw new LaminException(
                    ErrorCode.USAGE, path + " is " + kind(attributes) + "; a regular file or a folder is needed");
        }
        if (!Files.isReadable(path)) {
            throw new LaminException(ErrorCode.FAILURE, path + " cannot be read", new Advice("allow reading it"));
        }
        return new SourceFile(path, attributes);
    }

    private static String kind(BasicFileAttributes attributes) {
        return attributes.isDirectory() ? "a folder" : "a pipe, a socket or a device";
    }

    private static BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            var reason =
                    Files.isSymbolicLink(path) ? path + " is a link to a missing file" : "there is no file " + path;
            throw new LaminException(ErrorCode.USAGE, reason, e);
        }
    }

    public Path path() {
        return path;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Hashes the content. */
    public Content content(LongConsumer progress) {
        return withoutTarget(() -> copyAndHash(OutputStream.nullOutputStream(), progress));
    }

    /**
     * Hashes the content while it is copied; the stream stays open.
     *
     * @throws IOException if the target cannot be written
     */
    public Content copyAndHash(OutputStream target, LongConsumer progress) throws IOException {
        try (var digest = FileDigest.of(size)) {
            read((bytes, length) -> {
                digest.update(bytes, length);
                target.write(bytes, 0, length);
                progress.accept(length);
            });
            return new Content(size, digest.hash(), digest.sha256(), null);
        }
    }

    /** The hash over all bytes of a file of any size. */
    public ContentHash md5(LongConsumer progress) {
        MessageDigest md5 = Digests.md5();
        return withoutTarget(() -> {
            read((bytes, length) -> {
                md5.update(bytes, 0, length);
                progress.accept(length);
            });
            return ContentHash.of(ContentHash.Kind.MD5, md5.digest());
        });
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T withoutTarget(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written here", e);
        }
    }

    private interface Block {
        void accept(byte[] bytes, int length) throws IOException;
    }

    private void read(Block block) throws IOException {
        var bytes = new byte[(int) Math.min(BLOCK, Math.max(1, size))];
        long total = 0;
        try (InputStream in = open()) {
            for (int length = next(in, bytes); length >= 0; length = next(in, bytes)) {
                total += length;
                if (total > size) {
                    throw changed();
                }
                block.accept(bytes, length);
            }
        }
        requireUnchanged(total);
    }

    private InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int next(InputStream in, byte[] bytes) {
        try {
            return in.read(bytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private LaminException unreadable(IOException cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot read " + path + ": " + cause.getMessage(), cause);
    }

    private void requireUnchanged(long read) {
        var now = attributes(path);
        if (read != size
                || now.size() != size
                || !now.lastModifiedTime().equals(modified)
                || (key != null && !key.equals(now.fileKey()))) {
            throw changed();
        }
    }

    private LaminException changed() {
        return new LaminException(
                ErrorCode.FAILURE,
                path + " changed while it was read\nnothing was saved",
                new Advice("save it when no program writes to it"));
    }
}
