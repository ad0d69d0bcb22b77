package lamin.ontology.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, which is checked before a reader decodes it in large pieces and forgets where. */
final class Utf8Input extends FilterInputStream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
    private final CharBuffer characters = CharBuffer.allocate(1 << 13);
    private long line = 1;

    Utf8Input(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, Math.min(length, bytes.remaining()));
        if (read < 0) {
            check(true);
        } else {
            bytes.put(buffer, offset, read);
            check(false);
        }
        return read;
    }

    private void check(boolean isEnd) throws IOException {
        bytes.flip();
        characters.clear();
        var isWrong = decoder.decode(bytes, characters, isEnd).isError();
        characters.flip();
        line += characters.chars().filter(c -> c == '\n').count();
        if (isWrong) {
            throw new LimitException(line, "expected UTF-8, found bytes that are not");
        }
        bytes.compact();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
