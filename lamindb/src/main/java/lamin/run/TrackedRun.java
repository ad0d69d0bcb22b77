package lamin.run;

import java.util.Map;
import lamin.lineage.RunState;
import lamin.record.CurrentRun;

/**
 * A run in which a program works, until it is finished. Artifacts that are read meanwhile become its inputs, and those that
 * are saved its outputs.
 *
 * <pre>{@code
 * try (var run = instance.track("normalise.java")) {
 *     ...
 *     run.finish();
 * }
 * }</pre>
 */
public final class TrackedRun implements AutoCloseable {
    private final Runs runs;
    private final CurrentRun current;
    private final String uid;
    private final CurrentRun.Caller caller;
    private boolean hasEnded;

    private TrackedRun(Runs runs, CurrentRun current, String uid, CurrentRun.Caller caller) {
        this.runs = runs;
        this.current = current;
        this.uid = uid;
        this.caller = caller;
    }

    /** Starts a run and makes it the current one. */
    public static TrackedRun start(Runs runs, CurrentRun current, RunOptions options) {
        var uid = runs.start(options);
        var run = new TrackedRun(runs, current, uid, current.begin(uid));
        runs.ifRolledBack(run::vanish);
        return run;
    }

    public String uid() {
        return uid;
    }

    /** The run succeeded. */
    public void finish() {
        end(RunState.COMPLETED, Map.of());
    }

    /** The run failed. */
    public void fail(Throwable cause) {
        end(RunState.ERRORED, Map.of("error", String.valueOf(cause)));
    }

    /** A run that was not finished before has failed. */
    @Override
    public void close() {
        end(RunState.ERRORED, Map.of("error", "the program ended the run without finishing it"));
    }

    private synchronized void end(RunState status, Map<String, Object> details) {
        if (!hasEnded) {
            runs.finish(uid, status, null, details);
            hasEnded = true;
            current.end(caller);
        }
    }

    /** The transaction in which it was started was rolled back, so that there is no such run. */
    private synchronized void vanish() {
        if (!hasEnded) {
            hasEnded = true;
            current.end(caller);
        }
    }

    @Override
    public String toString() {
        return "run " + uid;
    }
}
