package lamin.instance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import lamin.instance.InstanceDatabase.Completion;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** The transaction of a thread. Each call in it is undone by itself if it fails, so that the others can go on. */
final class OpenTransaction {
    private final Connection connection;
    private final List<Completion> completions = new ArrayList<>();
    private @Nullable SQLException broken;

    OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    void add(Completion completion) {
        completions.add(completion);
    }

    /** Fails if the database rolled everything back before the end. */
    void requireIntact() {
        if (broken != null) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the transaction was rolled back, because the database could not undo a call that failed in it",
                    broken);
        }
    }

    /** Begins a call. */
    Call call() throws SQLException {
        requireIntact();
        return new Call(connection.setSavepoint(), completions.size());
    }

    /** A part of the transaction that is done or undone as a whole. */
    final class Call {
        private final Savepoint start;
        private final int completionsBefore;

        private Call(Savepoint start, int completionsBefore) {
            this.start = start;
            this.completionsBefore = completionsBefore;
        }

        void succeeded() throws SQLException {
            connection.releaseSavepoint(start);
        }

        /** What led here is the failure to report. */
        void failed() {
            try {
                connection.rollback(start);
                connection.releaseSavepoint(start);
            } catch (SQLException e) {
                broken = e;
            }
            rolledBack(completions.subList(completionsBefore, completions.size()));
        }
    }

    void rolledBack() {
        rolledBack(completions);
    }

    private static void rolledBack(List<Completion> undone) {
        var last = new ArrayList<>(undone).reversed();
        undone.clear();
        last.forEach(Completion::rolledBack);
    }

    /** All of them are called; the first failure is reported. */
    void committed() {
        RuntimeException first = null;
        for (var completion : completions) {
            try {
                completion.committed();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
