package lamin.parquet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The four bytes with which a Parquet file begins and ends. They tell what is wrong with a file that is none. */
record FileEnds(long size, String first, String last) {
    private static final int LENGTH = 4;
    /** Both ends, and between them the length of the footer. */
    private static final int LEAST = 3 * LENGTH;

    private static final String PLAIN = "PAR1";
    private static final String ENCRYPTED = "PARE";

    /** Fails unless the file can be one of Parquet that is readable. */
    static void check(Path path) {
        var unreadable = new Unreadable(path);
        try {
            read(path).check(unreadable);
        } catch (IOException e) {
            throw unreadable.because(String.valueOf(e.getMessage()), "", e);
        }
    }

    private void check(Unreadable unreadable) {
        if (size == 0) {
            throw unreadable.because("it is empty", "copy it again from its source, or write it again");
        }
        if (first.equals(ENCRYPTED) || last.equals(ENCRYPTED)) {
            throw unreadable.encrypted();
        }
        if (!first.equals(PLAIN)) {
            throw unreadable.because(
                    "it is not a Parquet file: expected that it begins with " + PLAIN,
                    "give it the extension of its real format, or write it as Parquet");
        }
        if (size < LEAST || !last.equals(PLAIN)) {
            throw unreadable.damaged("expected that it ends with " + PLAIN, null);
        }
    }

    private static FileEnds read(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            long size = channel.size();
            return new FileEnds(size, text(channel, 0), text(channel, Math.max(0, size - LENGTH)));
        }
    }

    private static String text(FileChannel channel, long position) throws IOException {
        var bytes = ByteBuffer.allocate(LENGTH);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, position + bytes.position());
        }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }
}
