package lamin.cli.command;

import java.io.PrintStream;

/** Shows on a terminal how many terms were read, and how fast. */
public final class TermProgress implements AutoCloseable {
    private static final double NANOS = 1e9;

    private final ProgressLine line;
    private final boolean isShown;
    private final long start = System.nanoTime();

    TermProgress(PrintStream out, boolean isShown) {
        this.line = new ProgressLine(out);
        this.isShown = isShown;
    }

    /** Shows the number of terms that were read so far. */
    public void show(int terms) {
        if (isShown) {
            line.show("%,d terms, %,.0f/s".formatted(terms, terms * NANOS / (System.nanoTime() - start)));
        }
    }

    /** Removes the line. */
    @Override
    public void close() {
        line.clear();
    }
}
