package lamin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code lamin} command. */
@Command(name = "lamin", mixinStandardHelpOptions = true, version = "lamin4j 0.1.0-SNAPSHOT")
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
