package lamin.cli;

import picocli.CommandLine;

/**
 * What the start-up cache is trained on: the build runs it once, in a home folder of its own, and the JVM keeps the classes
 * that it needed. It should do a little of all that users often do.
 */
final class Training {
    private Training() {}

    public static void main(String[] arguments) {
        new CommandLine(new Main()).execute("--help");
    }
}
