package lamin.schema.internal.postgres.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.ReadStatus;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.Steps;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.LastStep;
import lamin.schema.internal.deploy.DeployRequest;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.plan.Direction;

/**
 * Continues after the connection was lost during COMMIT. A new connection ends the old session, so that nothing of it
 * can be committed any more; then the ledger shows whether the commit succeeded.
 */
final class Resumption {
    private final Connections connections;
    private final DeployRequest request;

    Resumption(Connections connections, DeployRequest request) {
        this.connections = connections;
        this.request = request;
    }

    /**
     * Finds out what was committed, and runs the rest.
     *
     * @throws LaminException with {@code FAILURE} if the transaction was not committed, or this cannot be determined
     */
    DeployResult after(UnansweredCommit lost, PostgresSession session, LastStep last) throws SQLException {
        try (var connection = reconnected(lost)) {
            session.end(connection, request.patience());
            refuseUnlessCommitted(connection, lost);
            request.notices()
                    .warning("the connection was lost during COMMIT; the ledger shows that the commit succeeded");
            return lost.uncertain().and(new PostgresDeployment(connections, connection, request).deploy(last));
        }
    }

    private Connection reconnected(UnansweredCommit lost) {
        try {
            return connections.open();
        } catch (SQLException e) {
            lost.addSuppressed(e);
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the connection was lost during COMMIT, and there is no new one: " + e.getMessage(),
                    List.of(Steps.of(new ReadStatus(), new Retry())),
                    lost);
        }
    }

    private void refuseUnlessCommitted(Connection connection, UnansweredCommit lost) throws SQLException {
        var pending = request.pending(connection).plan().pending();
        var missing = lost.uncertain().applied().stream()
                .map(DeployResult.Applied::script)
                .filter(pending::contains)
                .map(Script::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "the connection was lost during COMMIT, and the ledger shows no commit: " + missing
                            + " was not " + (request.goal().direction() == Direction.UP ? "applied" : "undone")
                            + "\nnothing of it was kept",
                    List.of(new Retry()),
                    lost);
        }
    }
}
