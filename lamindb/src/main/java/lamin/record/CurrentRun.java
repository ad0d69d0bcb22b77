package lamin.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lamin.instance.Query;
import org.jspecify.annotations.Nullable;

/** The run in which an instance is used: the one that was tracked, or that of the program that started this one. */
public final class CurrentRun {
    private Caller run;

    /** @param uid the run of the calling program; null if there is none */
    public CurrentRun(@Nullable String uid) {
        this.run = new Caller(uid, null);
    }

    /**
     * The run that was the current one when another began.
     *
     * @param id null if it was not looked up
     */
    public record Caller(@Nullable String uid, @Nullable Long id) {}

    /** Its uid; empty outside of a run. */
    public synchronized Optional<String> uid() {
        return Optional.ofNullable(run.uid());
    }

    /** Its id; empty outside of a run, and if the calling program runs in another instance. */
    public synchronized Optional<Long> id(Connection connection) throws SQLException {
        var uid = run.uid();
        if (uid != null && run.id() == null) {
            run = new Caller(uid, find(connection, uid));
        }
        return Optional.ofNullable(run.id());
    }

    private static @Nullable Long find(Connection connection, String uid) throws SQLException {
        return new Query(connection)
                .first("select id from lamindb_run where uid = ?", row -> row.getLong(1), uid)
                .orElse(null);
    }

    /** Makes a run the current one and returns the one before, to which {@link #end} goes back. */
    public synchronized Caller begin(String uid) {
        var caller = run;
        run = new Caller(uid, null);
        return caller;
    }

    public synchronized void end(Caller caller) {
        run = caller;
    }
}
