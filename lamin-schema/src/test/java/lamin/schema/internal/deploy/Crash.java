package lamin.schema.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import lamin.schema.LaminException;
import lamin.schema.fixture.Database;

/**
 * A process that was killed at one moment, and what it left.
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

    static Crash at(int number, Database prepared, CrashScenario scenario, UndisturbedRun whole) {
        var moment = whole.moments().get(number);
        try (var database = prepared.copy()) {
            kill(database, scenario, number);
            var state = State.of(DatabaseContent.of(database), whole);
            return new Crash(number, moment, state, secondRun(database, scenario, whole));
        } catch (IOException e) {
            return new Crash(number, moment, State.BROKEN, String.valueOf(e.getMessage()));
        }
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
