package lamin.schema.internal.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;

/** A process that deploys until a moment before or after one JDBC call, says so, and waits for its end. */
public final class KilledDeploy implements WatchedConnection.Watcher {
    static final String REACHED = "reached";

    private int left;

    private KilledDeploy(int moments) {
        this.left = moments;
    }

    /** Takes the JDBC URL, the scenario, and how many moments pass before the one at which it stops. */
    public static void main(String[] arguments) {
        var watcher = new KilledDeploy(Integer.parseInt(arguments[2]));
        CrashScenario.valueOf(arguments[1])
                .deployer(() -> WatchedConnection.of(DriverManager.getConnection(arguments[0]), watcher))
                .deploy();
    }

    @Override
    public void before(WatchedConnection.Call call) {
        pass();
    }

    @Override
    public void after(WatchedConnection.Call call) {
        pass();
    }

    private void pass() {
        if (left-- > 0) {
            return;
        }
        System.out.println(REACHED);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
