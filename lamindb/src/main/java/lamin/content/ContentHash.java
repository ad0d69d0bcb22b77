package lamin.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.function.LongConsumer;

/**
 * The hash of an artifact's content, as LaminDB stores it.
 *
 * @param text the first 22 characters of URL-safe base64
 */
public record ContentHash(String text, Kind kind) {
    private static final int LENGTH = 22;

    /** How a hash is computed. */
    public enum Kind {
        /** MD5 of all bytes. */
        MD5("md5"),
        /** SHA-1 of the SHA-1s of the first and the last 50 MiB. Different contents may have the same hash. */
        SHA1_FIRST_LAST("sha1-fl"),
        /** MD5 of the MD5s of the hashes of all files, sorted; names do not count. */
        MD5_FOLDER("md5-d");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As stored in column {@code _hash_type}. */
        public String label() {
            return label;
        }
    }

    /** The MD5 of a stream, which stays open. */
    public static ContentHash md5(InputStream in, LongConsumer progress) throws IOException {
        var md5 = Digests.md5();
        var bytes = new byte[SourceFile.BLOCK];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
            md5.update(bytes, 0, length);
            progress.accept(length);
        }
        return of(Kind.MD5, md5.digest());
    }

    static ContentHash of(Kind kind, byte[] digest) {
        return new ContentHash(
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH), kind);
    }

    @Override
    public String toString() {
        return text;
    }
}
