package lamin.ontology.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import lamin.library.OptionalLibrary;

/**
 * The contents of a file, decompressed. A small file that unpacks to a huge one is refused: real ontologies shrink to a
 * sixtieth at most.
 *
 * @param allowance the bytes that any file may unpack to
 * @param ratio how many bytes beyond that may come from a compressed byte
 */
record Contents(long allowance, long ratio) {
    static final Contents USUAL = new Contents(256L << 20, 300);
    private static final int HEAD = 1 << 16;

    /** Opens a file at its beginning; the first bytes can be read twice. */
    BufferedInputStream open(Path path) throws IOException {
        var raw = new Counted(Files.newInputStream(path));
        try {
            var packed = new BufferedInputStream(raw, HEAD);
            var unpacked = unpacked(packed);
            return unpacked.isPresent() ? new BufferedInputStream(new Guarded(unpacked.get(), raw), HEAD) : packed;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static Optional<InputStream> unpacked(BufferedInputStream packed) throws IOException {
        var magic = head(packed, 4);
        if (startsWith(magic, 0x1f, 0x8b)) {
            return Optional.of(new GZIPInputStream(packed, HEAD));
        }
        if (startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
            OptionalLibrary.ZSTD.require();
            try {
                return Optional.of(Zstd.open(packed));
            } catch (LinkageError e) {
                throw new TermFailure("the library for zstd has no native code for this platform", e);
            }
        }
        return Optional.empty();
    }

    /** The first bytes, fewer if the content is shorter; they are read again afterwards. */
    static byte[] head(BufferedInputStream in, int count) throws IOException {
        in.mark(count);
        var head = in.readNBytes(count);
        in.reset();
        return head;
    }

    static boolean startsWith(byte[] bytes, int... magic) {
        for (var i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWith(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(magic.length(), bytes.length), StandardCharsets.ISO_8859_1).equals(magic);
    }

    private static final class Zstd {
        static InputStream open(InputStream packed) throws IOException {
            return new com.github.luben.zstd.ZstdInputStreamNoFinalizer(packed);
        }
    }

    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private final class Guarded extends InputStream {
        private final InputStream in;
        private final Counted packed;
        private long count;

        Guarded(InputStream in, Counted packed) {
            this.in = in;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            if (count > allowance && (count - allowance) / ratio > packed.count) {
                throw new LimitException("it unpacks to more than " + ratio
                        + " times its size: expected an ontology, found a" + " decompression bomb");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
