package lamin.ontology.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, one at a time. They are decoded one by one, so that a wrong byte has a line number. */
final class Lines {
    static final int MAX_BYTES = 4 << 20;
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private byte[] line = new byte[1 << 10];
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /** The next line without its end; null after the last one. */
    @Nullable
    String next() throws IOException {
        var length = 0;
        var isAtEnd = true;
        while (start < end || fill()) {
            isAtEnd = false;
            var stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length = append(length, stop);
            if (stop < end) {
                start = stop + 1;
                break;
            }
            start = stop;
        }
        if (isAtEnd) {
            return null;
        }
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return decoded(length);
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(in.read(buffer, 0, buffer.length), 0);
        return end > 0;
    }

    private int append(int length, int stop) {
        var count = stop - start;
        if (length + count > MAX_BYTES) {
            number++;
            throw new TermFailure("expected lines of at most " + (MAX_BYTES >> 20) + " MiB, found a longer one");
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(buffer, start, line, length, count);
        return length + count;
    }

    private String decoded(int length) {
        var text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(length);
        }
        return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private void requireUtf8(int length) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
        } catch (CharacterCodingException e) {
            throw new TermFailure("expected UTF-8, found bytes that are not", e);
        }
    }
}
