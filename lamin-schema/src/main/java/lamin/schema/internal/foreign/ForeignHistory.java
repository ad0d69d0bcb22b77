package lamin.schema.internal.foreign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import org.jspecify.annotations.Nullable;

/**
 * What another migration tool has recorded in a database.
 *
 * @param table the table that records it
 * @param applied the number of applied migrations, of which a repeated one counts once
 * @param last the last one; null if there is none
 * @param failed those that failed and were not repaired
 * @param lock null if nobody holds the tool's lock
 */
public record ForeignHistory(
        MigrationTool tool,
        String table,
        int applied,
        @Nullable Entry last,
        List<Entry> failed,
        @Nullable Lock lock) {
    public ForeignHistory {
        failed = List.copyOf(failed);
    }

    /**
     * A migration of the tool.
     *
     * @param id a version, a script without a version, or the id of a change set
     * @param about the description of a version, or the author of a change set
     * @param at when it ran, as the tool wrote it: without a time zone
     */
    public record Entry(String id, String about, String at) {
        @Override
        public String toString() {
            return id + " (" + about + ")";
        }
    }

    /**
     * The lock that a run of the tool holds, or that a killed run left.
     *
     * @param since as the tool wrote it: without a time zone
     */
    public record Lock(String table, String holder, String since) {}

    /** The histories in the schema in which the ledger is; empty if no other tool has one. */
    public static List<ForeignHistory> read(Connection connection) throws SQLException {
        var histories = new ArrayList<ForeignHistory>();
        for (var tool : MigrationTool.values()) {
            histories.addAll(new HistoryReader(connection, tool).histories());
        }
        return histories;
    }

    /**
     * Refuses histories that stop in the middle: rows may be half changed, which a comparison of tables does not see.
     *
     * @throws LaminException with {@code BUSY} if a lock is held, {@code REFUSED} if a migration failed
     */
    public static void requireFinished(List<ForeignHistory> histories) {
        for (var history : histories) {
            history.requireUnlocked();
            history.requireNothingFailed();
        }
    }

    private void requireUnlocked() {
        if (lock != null) {
            throw new LaminException(
                    ErrorCode.BUSY,
                    tool.label() + "'s lock in " + lock.table() + " is held by " + lock.holder() + " since "
                            + lock.since() + ": it is migrating, or was killed\nnothing was written",
                    new Advice("wait until it has finished; if it no longer runs, release the lock with " + tool.label()
                            + " (release-locks), and see what it left"));
        }
    }

    private void requireNothingFailed() {
        if (!failed.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    tool.label() + "'s " + table + " has a failed migration: "
                            + String.join(
                                    ", ", failed.stream().map(Entry::toString).toList())
                            + "; it may have changed a part of the tables and rows\nnothing was written",
                    new Advice(
                            "finish it with " + tool.label() + ", or undo it and remove its record (flyway repair)"));
        }
    }

    /** One line, without failures and lock. */
    public String summary() {
        var latest = Optional.ofNullable(last)
                .map(entry -> ", the last " + entry + " at " + entry.at())
                .orElse("");
        return tool.label() + ": " + applied + " " + tool.unit() + " in " + table + latest;
    }

    /** A line for each failed migration, and one for the lock. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        failed.forEach(entry -> problems.add("failed: " + entry + " at " + entry.at()));
        if (lock != null) {
            problems.add("its lock is held by " + lock.holder() + " since " + lock.since());
        }
        return problems;
    }
}
