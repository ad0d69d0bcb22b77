package lamin.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file or a folder.
 *
 * @param size in bytes; of all files of a folder
 * @param sha256 of all bytes, in hexadecimal, for a file whose hash does not cover all of them
 * @param files the number of files of a folder
 */
public record Content(
        long size,
        ContentHash hash,
        @Nullable String sha256,
        @Nullable Long files) {
    /** The content of a stream of known length, which stays open. */
    public static Content read(InputStream in, long size, LongConsumer progress) throws IOException {
        var bytes = new byte[SourceFile.BLOCK];
        try (var digest = FileDigest.of(size)) {
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                digest.update(bytes, length);
                progress.accept(length);
            }
            return new Content(size, digest.hash(), digest.sha256(), null);
        }
    }

    public Content withHash(ContentHash other) {
        return new Content(size, other, sha256, files);
    }

    public boolean isFolder() {
        return files != null;
    }

    /** Whether two contents are the same for certain if their hashes are. */
    public boolean isHashCertain() {
        return hash.kind() != ContentHash.Kind.SHA1_FIRST_LAST;
    }
}
