package lamin.ontology.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What an XML parser reads, bounded between two events and in depth: a parser holds a name or an attribute in memory. */
final class BoundedInput extends FilterInputStream {
    static final int MAX = 16 << 20;
    private static final int MAX_DEPTH = 90;

    private long sinceEvent;
    private int depth;

    BoundedInput(InputStream in) {
        super(in);
    }

    /** The parser begins with the next event. */
    void progress() {
        sinceEvent = 0;
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new TermFailure("expected elements at most " + MAX_DEPTH + " deep, found a deeper one");
        }
    }

    void leave() {
        depth--;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        sinceEvent += Math.max(read, 0);
        if (sinceEvent > MAX) {
            throw new LimitException("expected tags and texts of at most " + (MAX >> 20) + " MiB, found a longer one");
        }
    }
}
