package lamin.cli.command;

import java.io.PrintStream;

/** Shows on a terminal how many terms were read, and how fast. */
public final class TermProgress implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final int WIDTH = 78;

    private final PrintStream out;
    private final boolean isShown;
    private final long start = System.nanoTime();
    private boolean hasLine;

    TermProgress(PrintStream out, boolean isShown) {
        this.out = out;
        this.isShown = isShown;
    }

    /** Shows the number of terms that were read so far. */
    public void show(int terms) {
        if (isShown) {
            var line = "%,d terms, %,.0f/s".formatted(terms, terms * NANOS / (System.nanoTime() - start));
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            out.flush();
            hasLine = true;
        }
    }

    /** Removes the line. */
    @Override
    public void close() {
        if (hasLine) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }
}
