package lamin.schema.internal.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;

/** A process that deploys until a moment before or after one JDBC call, says so, and waits for its end. */
public final class KilledDeploy {
    static final String REACHED = "reached";

    private KilledDeploy() {}

    /** Takes the JDBC URL, the scenario, and how many moments pass before the one at which it stops. */
    public static void main(String[] arguments) {
        var watcher = new MomentWatcher(Integer.parseInt(arguments[2]), KilledDeploy::awaitTheEnd);
        CrashScenario.valueOf(arguments[1])
                .deployer(() -> WatchedConnection.of(DriverManager.getConnection(arguments[0]), watcher))
                .deploy();
    }

    private static void awaitTheEnd() {
        System.out.println(REACHED);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
