package lamin.cli.command;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import lamin.content.ByteSize;

/** Shows on a terminal how many bytes were read, how fast, and the time left. */
public final class ByteProgress implements LongConsumer, AutoCloseable {
    private static final long FIRST_AFTER = 1_000_000_000L;
    private static final long EVERY = 200_000_000L;
    private static final double NANOS = 1e9;

    private final ProgressLine line;
    private final boolean isShown;
    private final long total;
    private final long start = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong next = new AtomicLong(start + FIRST_AFTER);

    /**
     * @param total the expected number of bytes; 0 if it is not known
     */
    ByteProgress(PrintStream out, boolean isShown, long total) {
        this.line = new ProgressLine(out);
        this.isShown = isShown;
        this.total = total;
    }

    @Override
    public void accept(long bytes) {
        long sum = done.addAndGet(bytes);
        long now = System.nanoTime();
        long due = next.get();
        if (isShown && now >= due && next.compareAndSet(due, now + EVERY)) {
            line.show(text(sum, (now - start) / NANOS));
        }
    }

    private String text(long sum, double seconds) {
        double rate = sum / seconds;
        var text = ByteSize.text(sum) + (total > 0 ? " of " + ByteSize.text(total) : "") + ", "
                + ByteSize.text((long) rate) + "/s";
        return total > sum && rate > 0 ? text + ", " + Math.round((total - sum) / rate) + " s left" : text;
    }

    @Override
    public void close() {
        clear();
    }

    /** Removes the line, before something else is printed. */
    public void clear() {
        line.clear();
    }
}
