package lamin.content;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Computes the hashes of a file of known size from its bytes, which arrive in order. */
sealed interface FileDigest extends AutoCloseable permits FileDigest.Whole, FileDigest.FirstAndLast, BackgroundDigest {
    /** Files up to this size are hashed as a whole. */
    long LARGE = 50L << 20;

    void update(byte[] bytes, int length);

    ContentHash hash();

    @Nullable
    String sha256();

    @Override
    default void close() {}

    static FileDigest of(long size) {
        return size <= LARGE ? new Whole() : new BackgroundDigest(new FirstAndLast(size));
    }

    /** MD5 of all bytes. */
    final class Whole implements FileDigest {
        private final MessageDigest md5 = Digests.md5();

        @Override
        public void update(byte[] bytes, int length) {
            md5.update(bytes, 0, length);
        }

        @Override
        public ContentHash hash() {
            return ContentHash.of(ContentHash.Kind.MD5, md5.digest());
        }

        @Override
        public @Nullable String sha256() {
            return null;
        }
    }

    /** SHA-1 of the first and the last bytes, and SHA-256 of all. */
    final class FirstAndLast implements FileDigest {
        private final MessageDigest all = Digests.sha256();
        private final MessageDigest first = Digests.sha1();
        private final MessageDigest last = Digests.sha1();
        private final long startOfLast;
        private long position;

        private FirstAndLast(long size) {
            this.startOfLast = size - LARGE;
        }

        @Override
        public void update(byte[] bytes, int length) {
            all.update(bytes, 0, length);
            if (position < LARGE) {
                first.update(bytes, 0, (int) Math.min(length, LARGE - position));
            }
            if (position + length > startOfLast) {
                int from = (int) Math.max(0, startOfLast - position);
                last.update(bytes, from, length - from);
            }
            position += length;
        }

        @Override
        public ContentHash hash() {
            var both = Digests.sha1();
            both.update(first.digest());
            both.update(last.digest());
            return ContentHash.of(ContentHash.Kind.SHA1_FIRST_LAST, both.digest());
        }

        @Override
        public String sha256() {
            return HexFormat.of().formatHex(all.digest());
        }
    }
}
