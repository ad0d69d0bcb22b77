package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lamin.schema.ErrorCode;
import lamin.schema.Notices;
import lamin.schema.Remedy.ReadStatus;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.Steps;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.Patience;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.sql.Jdbc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL server that does not answer a COMMIT has made it or not: the ledger tells. */
class LostCommitTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then("base", op -> op.createTable("assay_x").column("id", int64()).primaryKey("id"));

    private static final TestModule NEXT = BASE.then("one", op -> op.addColumn("assay_x", "a", text()))
            .undoneBy(op -> op.dropColumn("assay_x", "a"))
            .then("two", op -> op.addColumn("assay_x", "b", text()))
            .undoneBy(op -> op.dropColumn("assay_x", "b"));

    private final List<String> told = new ArrayList<>();
    private Database database;

    @BeforeEach
    void create() {
        database = Database.postgres();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** What becomes of a connection at one of its commits. */
    private enum Loss {
        AFTER_THE_SERVER_COMMITTED {
            @Override
            void of(Connection real) throws SQLException {
                real.commit();
                real.close();
            }
        },
        BEFORE_THE_SERVER_HEARD_OF_IT {
            @Override
            void of(Connection real) {}
        },
        WHEN_THE_SERVER_ENDED_THE_SESSION {
            @Override
            void of(Connection real) throws SQLException {
                Jdbc.execute(real, "SELECT pg_terminate_backend(pg_backend_pid())");
            }
        };

        abstract void of(Connection real) throws SQLException;
    }

    /** Loses the connection at this one of all commits. */
    private Deployer losing(int commit, Loss loss, TestModule module) {
        var commits = new AtomicInteger();
        Connections connections = () -> {
            var real = database.connection();
            return WatchedConnection.of(real, call -> {
                if (call.isCommit() && commits.incrementAndGet() == commit) {
                    loss.of(real);
                    throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
                }
            });
        };
        return new Deployer(
                connections, List.of(module.chain()), Database.AUTHOR, notice -> told.add(notice.message()));
    }

    private static List<String> revisions(DeployResult result) {
        return result.applied().stream()
                .map(applied -> applied.script().revision())
                .toList();
    }

    @Test
    void a_commit_that_was_made_counts_and_the_deploy_goes_on() {
        database.deploy(BASE);

        var result = losing(1, Loss.AFTER_THE_SERVER_COMMITTED, NEXT).deploy();

        assertThat(revisions(result)).containsExactly("one", "two");
        assertThat(told).contains("the connection was lost during COMMIT; the ledger shows that the commit succeeded");
        assertThat(database.differencesTo(NEXT)).isEmpty();
        assertThat(database.deploy(NEXT).applied()).isEmpty();
    }

    @Test
    void a_commit_to_which_the_network_brings_no_answer_is_reported_and_given_up() throws Exception {
        database.deploy(BASE);
        var url = URI.create(database.database().jdbcUrl().substring("jdbc:".length()));
        var module = BASE.then("one", op -> op.addColumn("assay_x", "a", text()));
        var patience = new Patience(Duration.ofMillis(50), Duration.ofMillis(300));
        try (var network = new SwallowingProxy(url.getHost(), url.getPort(), "COMMIT")) {
            var connections = new ArrayDeque<Connections>();
            connections.add(() -> DriverManager.getConnection(
                    database.database().jdbcUrl().replace(":" + url.getPort() + "/", ":" + network.port() + "/")));
            var request = new DeployRequest(
                    Chains.of(List.of(module.chain())),
                    new Goal.Heads(),
                    Database.AUTHOR,
                    notice -> told.add(notice.message()),
                    patience,
                    name -> false);

            var result = new Deployer(
                            () -> connections.isEmpty()
                                    ? database.connection()
                                    : connections.remove().open(),
                            request)
                    .deploy();

            assertThat(revisions(result)).containsExactly("one");
        }
        assertThat(told)
                .contains(
                        "the server has not answered COMMIT for 0.1 s; the connection is given up after 6.0 s",
                        "the connection was lost during COMMIT; the ledger shows that the commit succeeded");
        assertThat(database.deploy(module).applied()).isEmpty();
    }

    @Test
    void a_fresh_database_that_was_committed_counts() {
        var result = losing(1, Loss.AFTER_THE_SERVER_COMMITTED, NEXT).deploy();

        assertThat(revisions(result)).containsExactly("base", "one", "two");
        assertThat(database.deploy(NEXT).applied()).isEmpty();
    }

    @Test
    void a_commit_that_never_arrived_is_reported_and_the_next_deploy_makes_it() {
        database.deploy(BASE);

        assertThatThrownBy(() ->
                        losing(2, Loss.BEFORE_THE_SERVER_HEARD_OF_IT, NEXT).deploy())
                .hasMessage("the connection was lost during COMMIT, and the ledger shows no commit:"
                        + " assay two (vX.X.X) was not applied\nnothing of it was kept")
                .satisfies(offering(new Retry()))
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);

        assertThat(database.differencesTo(NEXT.until("one"))).isEmpty();
        assertThat(revisions(database.deploy(NEXT))).containsExactly("two");
    }

    @Test
    void a_session_that_the_server_ended_was_rolled_back() {
        database.deploy(BASE);

        assertThatThrownBy(() ->
                        losing(1, Loss.WHEN_THE_SERVER_ENDED_THE_SESSION, NEXT).deploy())
                .hasMessageContaining("assay one (vX.X.X) was not applied");

        assertThat(revisions(database.deploy(NEXT))).containsExactly("one", "two");
    }

    @Test
    void a_downgrade_that_was_committed_goes_on_too() {
        database.deploy(NEXT);
        var deployer = losing(1, Loss.AFTER_THE_SERVER_COMMITTED, NEXT);

        assertThat(revisions(deployer.backTo(deployer.target("base")).deploy())).containsExactly("two", "one");

        assertThat(database.differencesTo(BASE)).isEmpty();
    }

    @Test
    void without_a_server_nobody_can_tell() {
        database.deploy(BASE);
        var url = database.database().jdbcUrl();
        var opened = new AtomicInteger();
        Connections connections = () -> {
            if (opened.incrementAndGet() > 2) {
                throw new SQLException("Connection refused.", "08001");
            }
            return WatchedConnection.of(DriverManager.getConnection(url), call -> {
                if (call.isCommit()) {
                    throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
                }
            });
        };

        assertThatThrownBy(
                        () -> new Deployer(connections, List.of(NEXT.chain()), Database.AUTHOR, Notices.NONE).deploy())
                .hasMessage("the connection was lost during COMMIT, and there is no new one: Connection refused.")
                .satisfies(offering(Steps.of(new ReadStatus(), new Retry())));
    }
}
