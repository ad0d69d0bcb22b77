package lamin.schema.internal.postgres.deploy;

import java.io.Serial;
import java.sql.SQLException;
import lamin.schema.deploy.DeployResult;

/** The connection was lost during COMMIT, so it is unknown whether the commit succeeded. */
final class UnansweredCommit extends SQLException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient DeployResult uncertain;

    /** @param uncertain the migrations that ran on the connection, the last of them in the lost transaction */
    UnansweredCommit(DeployResult uncertain, SQLException cause) {
        super("the connection was lost at COMMIT: " + cause.getMessage(), cause.getSQLState(), cause);
        this.uncertain = uncertain;
    }

    DeployResult uncertain() {
        return uncertain;
    }
}
