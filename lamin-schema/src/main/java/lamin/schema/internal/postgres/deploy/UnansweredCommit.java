package lamin.schema.internal.postgres.deploy;

import java.io.Serial;
import java.sql.SQLException;
import lamin.schema.deploy.DeployResult;

/** The connection was lost at COMMIT: the server may have made it or not. */
final class UnansweredCommit extends SQLException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient DeployResult uncertain;

    /** @param uncertain what ran on the connection, that of the lost transaction last */
    UnansweredCommit(DeployResult uncertain, SQLException cause) {
        super("the connection was lost at COMMIT: " + cause.getMessage(), cause.getSQLState(), cause);
        this.uncertain = uncertain;
    }

    DeployResult uncertain() {
        return uncertain;
    }
}
