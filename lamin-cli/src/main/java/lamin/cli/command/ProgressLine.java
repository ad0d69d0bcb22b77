package lamin.cli.command;

import java.io.PrintStream;

/** A line at the end of a terminal that is written again and again, and removed before something else is printed. */
final class ProgressLine {
    private static final int WIDTH = 78;

    private final PrintStream out;
    private boolean isThere;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    synchronized void show(String line) {
        print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        isThere = true;
    }

    synchronized void clear() {
        if (isThere) {
            print("\r" + " ".repeat(WIDTH) + "\r");
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
