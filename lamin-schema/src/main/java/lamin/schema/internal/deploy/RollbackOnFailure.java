package lamin.schema.internal.deploy;

import java.sql.SQLException;

/** Rolls back when work in a transaction fails. The original failure is reported even if the rollback fails too. */
public final class RollbackOnFailure {
    private RollbackOnFailure() {}

    /** A way to roll back. */
    public interface Rollback {
        void run() throws SQLException;
    }

    public static <T> T of(Attempt<T> work, Rollback rollback) throws SQLException {
        try {
            return work.make();
        } catch (SQLException | RuntimeException failure) {
            try {
                rollback.run();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }
}
