package lamin.schema.deploy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.operation.DataStep;

/** A process that deploys and stops in the middle until it is killed; its argument is the JDBC URL. */
public final class KilledDeploy {
    static final String IN_THE_MIDDLE = "in the middle";

    private KilledDeploy() {}

    public static void main(String[] arguments) {
        new Deployer(
                        () -> DriverManager.getConnection(arguments[0]),
                        List.of(KilledDeployTest.interrupted(Stop.class).chain()),
                        Database.AUTHOR,
                        Notices.NONE)
                .deploy();
    }

    /** Says where it is and waits for the end. */
    public static final class Stop implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            System.out.println(IN_THE_MIDDLE);
            try {
                System.in.read();
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
    }

    /** The same step in a process that lives. */
    public static final class Pass implements DataStep {
        @Override
        public void run(Connection connection) {}
    }
}
