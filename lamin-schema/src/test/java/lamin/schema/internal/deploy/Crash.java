package lamin.schema.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;

/**
 * A deploy that was cut off at one moment, and what it left.
 *
 * @param problem empty if a second run completed what was left
 */
record Crash(int number, UndisturbedRun.Moment moment, State state, String problem) {
    private static final int KILLED = 128 + 9;

    /** How far the database was. */
    enum State {
        BEFORE,
        IN_BETWEEN,
        AFTER,
        /** None that a run without a crash ever commits. */
        BROKEN;

        static State of(DatabaseContent left, UndisturbedRun whole) {
            if (left.equals(whole.before())) {
                return BEFORE;
            }
            if (left.equals(whole.after())) {
                return AFTER;
            }
            return whole.states().contains(left) ? IN_BETWEEN : BROKEN;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** In a process that is killed. */
    static Crash ofProcess(int number, Database prepared, CrashScenario scenario, UndisturbedRun whole) {
        try (var database = prepared.copy()) {
            kill(database, scenario, number);
            return of(number, database, scenario, whole);
        } catch (IOException e) {
            return new Crash(number, whole.moments().get(number), State.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    /** In a thread that goes no further. */
    static Crash ofThread(int number, Database prepared, CrashScenario scenario, UndisturbedRun whole) {
        try (var database = prepared.copy();
                var deploy = new StoppedDeploy(database, scenario, number)) {
            return of(number, deploy.remains(), scenario, whole);
        }
    }

    private static Crash of(int number, Database left, CrashScenario scenario, UndisturbedRun whole) {
        var state = State.of(DatabaseContent.of(left), whole);
        return new Crash(number, whole.moments().get(number), state, secondRun(left, scenario, whole));
    }

    boolean isSurvived() {
        return state != State.BROKEN && problem.isEmpty();
    }

    private static void kill(Database database, CrashScenario scenario, int number) throws IOException {
        var process = ChildJvm.of(
                        KilledDeploy.class, database.database().jdbcUrl(), scenario.name(), Integer.toString(number))
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var line = output.readLine();
            int exit = process.destroyForcibly().onExit().join().exitValue();
            if (!KilledDeploy.REACHED.equals(line) || exit != KILLED) {
                throw new IOException("the process said " + line + " and ended with " + exit);
            }
        }
    }

    private static String secondRun(Database database, CrashScenario scenario, UndisturbedRun whole) {
        try {
            scenario.deployer(database::connection).deploy();
        } catch (LaminException e) {
            return "the second run failed: " + e.getMessage();
        }
        if (!DatabaseContent.of(database).equals(whole.after())) {
            return "the second run left " + DatabaseContent.of(database);
        }
        return scenario.deployer(database::connection).deploy().applied().isEmpty() ? "" : "a third run did something";
    }
}
