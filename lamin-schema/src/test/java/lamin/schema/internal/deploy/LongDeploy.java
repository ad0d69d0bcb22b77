package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.operation.DataStep;

/** The process of a deploy that rebuilds a table, says so, and then does not end by itself. */
public final class LongDeploy {
    static final String REACHED = "reached";

    static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule NEXT = BASE.then("next", op -> {
        op.alterColumn("assay_x", "name").defaultValue("x");
        op.run(Endless.class);
    });

    private LongDeploy() {}

    /** Takes the JDBC URL. */
    public static void main(String[] arguments) {
        new Deployer(
                        () -> DriverManager.getConnection(arguments[0]),
                        List.of(NEXT.chain()),
                        Database.AUTHOR,
                        Notices.NONE)
                .deploy();
    }

    /** A query that is never answered. */
    public static final class Endless implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            System.out.println(REACHED);
            Jdbc.query(
                    connection,
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                    row -> row.getLong(1));
        }
    }
}
