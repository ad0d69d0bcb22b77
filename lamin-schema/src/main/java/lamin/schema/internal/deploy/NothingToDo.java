package lamin.schema.internal.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import lamin.schema.internal.ledger.Ledger;

/**
 * Whether a deploy has nothing to do. If an earlier deploy found this for the same code and ledger, it is known at
 * once; otherwise everything is loaded, planned and compared, and the finding is recorded for the next time.
 */
public final class NothingToDo {
    private final Connection connection;
    private final DeployRequest request;
    private Optional<String> verified = Optional.empty();

    public NothingToDo(Connection connection, DeployRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** Writes the finding. */
    @FunctionalInterface
    public interface Note {
        void write() throws SQLException;
    }

    /** How a finding is written. */
    public interface Writing {
        void of(Note note) throws SQLException;
    }

    static boolean isKnown(Connection connection, DeployRequest request) throws SQLException {
        return request.isOfHeads()
                && new UpToDateCheck(request.modules()).isMet(connection, new Ledger(connection).read());
    }

    /**
     * Whether there is nothing to deploy.
     *
     * @throws lamin.schema.LaminException if the code does not match the database
     */
    public boolean isSo() throws SQLException {
        if (isKnown(connection, request)) {
            return true;
        }
        var before = UpToDateCheck.contents(connection);
        var pending = request.pendingMatching(connection);
        if (!request.isDone(pending)) {
            return false;
        }
        request.refuseEdited(connection, pending);
        if (request.isOfHeads() && before.equals(UpToDateCheck.contents(connection))) {
            verified = before;
        }
        return true;
    }

    /** Records the finding for the next time; a read-only database is left unchanged. */
    public void note(Writing writing) {
        if (verified.isPresent()) {
            note(writing, verified.get());
        }
    }

    /** Records for the next time that a deploy has brought everything up to the heads. */
    public void noteAfterDeploy() {
        try {
            if (request.isOfHeads() && request.modules().keyOfAll().isPresent()) {
                UpToDateCheck.contents(connection).ifPresent(ledger -> note(Note::write, ledger));
            }
        } catch (SQLException e) {
            tell(e);
        }
    }

    private void note(Writing writing, String ledger) {
        try {
            writing.of(() -> new UpToDateCheck(request.modules()).note(connection, ledger));
        } catch (SQLException e) {
            tell(e);
        }
    }

    private void tell(SQLException e) {
        request.notices()
                .hint("the next deploy looks at all scripts again, as this could not be noted: " + e.getMessage());
    }
}
