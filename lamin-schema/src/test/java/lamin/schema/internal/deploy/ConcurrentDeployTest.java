package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lamin.schema.ErrorCode;
import lamin.schema.Notices;
import lamin.schema.deploy.Patience;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several deployers and one database: processes, or threads with connections of their own. */
class ConcurrentDeployTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule SLOW = BASE.then("slow", op -> {
        op.addColumn("assay_x", "extra", text());
        op.run(Blocking.class);
    });

    private static final Patience SHORT = new Patience(Duration.ofMillis(50), Duration.ofMillis(500));
    private static final Patience LONG = new Patience(Duration.ofMillis(50), Duration.ofSeconds(30));

    @BeforeEach
    void reset() {
        Blocking.reset();
    }

    private static Deployer deployer(Database database, TestModule module, Patience patience, Notices notices) {
        return deployer(database, List.of(module), patience, notices);
    }

    private static Deployer deployer(Database database, List<TestModule> modules, Patience patience, Notices notices) {
        var chains = modules.stream().map(TestModule::chain).toList();
        return new Deployer(
                database::connection,
                new DeployRequest(
                        Chains.of(chains), new Goal.Heads(), Database.AUTHOR, notices, patience, name -> false));
    }

    @ParameterizedTest
    @EnumSource
    void of_two_deployers_one_applies_and_the_other_waits_and_finds_nothing_to_do(Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            var first = CompletableFuture.supplyAsync(() -> database.deploy(SLOW));
            Blocking.awaitReached();
            var told = new ArrayList<String>();
            Notices releasing = notice -> {
                told.add(notice.message());
                Blocking.release();
            };

            var second = deployer(database, SLOW, LONG, releasing).deploy();

            assertThat(second.applied()).isEmpty();
            assertThat(first.get(30, TimeUnit.SECONDS).applied()).hasSize(1);
            assertThat(told)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("waiting for")
                    .contains(holder(kind, ProcessHandle.current().pid()));
            assertThat(database.differencesTo(SLOW)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_processes_one_applies_and_the_other_waits_and_finds_nothing_to_do(Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            database.deploy(DeployProcess.BASE);
            try (var first = DeployProcess.on(database)) {
                assertThat(first.line()).isEqualTo(DeployProcess.REACHED);
                try (var second = DeployProcess.on(database)) {
                    assertThat(second.line()).startsWith("waiting for " + holder(kind, first.pid()));
                    first.release();

                    assertThat(first.line()).isEqualTo("applied 1");
                    assertThat(second.line()).isEqualTo("applied 0");
                }
            }
            assertThat(database.differencesTo(DeployProcess.NEXT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_process_that_waits_goes_on_when_the_one_that_deploys_is_killed(Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            database.deploy(DeployProcess.BASE);
            try (var first = DeployProcess.on(database)) {
                assertThat(first.line()).isEqualTo(DeployProcess.REACHED);
                try (var second = DeployProcess.on(database)) {
                    assertThat(second.line()).startsWith("waiting for");
                    first.kill();

                    assertThat(second.line()).isEqualTo(DeployProcess.REACHED);
                    second.release();
                    assertThat(second.line()).isEqualTo("applied 1");
                }
            }
            assertThat(database.differencesTo(DeployProcess.NEXT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_many_deployers_that_start_at_once_one_applies(Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            var next = BASE.then("next", op -> op.addColumn("assay_x", "extra", text()));
            var applied = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> deployer(database, next, LONG, Notices.NONE)
                            .deploy()
                            .applied()
                            .size()))
                    .toList();

            assertThat(applied.stream().mapToInt(CompletableFuture::join)).containsExactlyInAnyOrder(1, 0, 0, 0);
            assertThat(database.differencesTo(next)).isEmpty();
        }
    }

    @Test
    void connections_of_a_pool_get_their_name_back_and_give_the_lock_back() throws SQLException {
        try (var database = Database.postgres();
                var first = database.connection();
                var second = database.connection()) {
            database.deploy(BASE);
            var pool = new ArrayDeque<>(List.of(WatchedConnection.unclosed(first), WatchedConnection.unclosed(second)));
            var next = BASE.then("next", op -> op.addColumn("assay_x", "extra", text()));

            new Deployer(pool::remove, List.of(next.chain()), Database.AUTHOR, Notices.NONE).deploy();

            assertThat(database.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .containsExactly("0");
            assertThat(database.rows("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'lamin%'"))
                    .containsExactly("0");
        }
    }

    @Test
    void connections_of_a_pool_are_as_before_also_when_the_lock_stays_taken() throws Exception {
        try (var database = Database.postgres();
                var first = database.connection();
                var second = database.connection()) {
            database.deploy(BASE);
            var holding = CompletableFuture.supplyAsync(() -> database.deploy(SLOW));
            Blocking.awaitReached();
            var pool = new ArrayDeque<>(List.of(WatchedConnection.unclosed(first), WatchedConnection.unclosed(second)));
            var request = new DeployRequest(
                    Chains.of(List.of(SLOW.chain())),
                    new Goal.Heads(),
                    Database.AUTHOR,
                    Notices.NONE,
                    SHORT,
                    name -> false);

            assertThatThrownBy(() -> new Deployer(pool::remove, request).deploy())
                    .hasMessageContaining("has been deploying for");

            for (var connection : List.of(first, second)) {
                assertThat(Jdbc.query(
                                connection,
                                "SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('row_security'),"
                                        + " current_setting('application_name'))",
                                row -> row.getString(1)))
                        .containsExactly("0 on PostgreSQL JDBC Driver");
            }
            Blocking.release();
            assertThat(holding.get(30, TimeUnit.SECONDS).applied()).hasSize(1);
        }
    }

    private static String holder(Kind kind, long process) {
        return switch (kind) {
            case SQLITE -> "another process";
            case POSTGRESQL -> "Lamin4j deploy (tester, process " + process + "), user ";
        };
    }

    @Test
    void a_sqlite_database_that_stays_locked_is_busy_after_a_notice() throws SQLException {
        try (var database = Database.sqlite();
                var writer = database.connection()) {
            database.deploy(BASE);
            Jdbc.execute(writer, "BEGIN IMMEDIATE");
            var told = new ArrayList<String>();

            assertThatThrownBy(() -> deployer(
                                    database, BASE.then("next", op -> {}), SHORT, notice -> told.add(notice.message()))
                            .deploy())
                    .hasMessageContaining("another process has held the database")
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);

            assertThat(told).containsExactly("waiting for another process that holds the database");
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");
        }
    }

    @Test
    void a_sqlite_database_that_cannot_even_be_read_is_waited_for() throws SQLException {
        try (var database = Database.sqlite();
                var writer = database.connection()) {
            database.deploy(BASE);
            Jdbc.execute(writer, "BEGIN EXCLUSIVE");
            Notices releasing = notice -> {
                if (notice.level() == Notices.Level.WARNING) {
                    rollBack(writer);
                }
            };

            var result = deployer(database, BASE.then("next", op -> {}), LONG, releasing)
                    .deploy();

            assertThat(result.applied()).hasSize(1);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            Jdbc.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_deploy_that_holds_the_postgresql_lock_too_long_makes_the_other_busy() throws Exception {
        try (var database = Database.postgres()) {
            database.deploy(BASE);
            var first = CompletableFuture.supplyAsync(() -> database.deploy(SLOW));
            Blocking.awaitReached();

            assertThatThrownBy(
                            () -> deployer(database, SLOW, SHORT, Notices.NONE).deploy())
                    .hasMessageContaining("has been deploying for")
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);

            Blocking.release();
            assertThat(first.get(30, TimeUnit.SECONDS).applied()).hasSize(1);
        }
    }

    @Test
    void a_deploy_to_another_database_of_the_server_holds_up_nobody() throws Exception {
        try (var one = Database.postgres();
                var other = Database.postgres()) {
            one.deploy(BASE);
            var first = CompletableFuture.supplyAsync(() -> one.deploy(SLOW));
            Blocking.awaitReached();

            assertThat(deployer(other, BASE, SHORT, Notices.NONE).deploy().applied())
                    .hasSize(1);

            Blocking.release();
            assertThat(first.get(30, TimeUnit.SECONDS).applied()).hasSize(1);
        }
    }

    @Test
    void a_table_lock_on_postgresql_is_waited_for_in_attempts() throws SQLException {
        try (var database = Database.postgres();
                var reader = database.connection()) {
            database.deploy(BASE);
            Jdbc.execute(reader, "SET application_name = 'nightly report'");
            Jdbc.execute(reader, "BEGIN");
            Jdbc.execute(reader, "LOCK TABLE assay_x IN ACCESS SHARE MODE");
            var told = new ArrayList<String>();
            Notices releasing = notice -> {
                if (told.isEmpty()) {
                    rollBack(reader);
                }
                told.add(notice.message());
            };
            var next = BASE.then("next", op -> op.addColumn("assay_x", "extra", text()));

            deployer(database, next, SHORT, releasing).deploy();

            assertThat(told.getFirst())
                    .startsWith(
                            "waiting for a lock that assay next (vX.X.X) needs (attempt 1 of 5); locks are held by ")
                    .contains("nightly report, user ");
            assertThat(database.differencesTo(next)).isEmpty();
        }
    }

    @Test
    void a_table_lock_on_postgresql_that_stays_makes_the_deploy_busy() throws SQLException {
        try (var database = Database.postgres();
                var reader = database.connection()) {
            database.deploy(BASE);
            Jdbc.execute(reader, "BEGIN");
            Jdbc.execute(reader, "LOCK TABLE assay_x IN ACCESS SHARE MODE");

            assertThatThrownBy(() -> deployer(
                                    database,
                                    BASE.then("next", op -> op.addColumn("assay_x", "extra", text())),
                                    SHORT,
                                    Notices.NONE)
                            .deploy())
                    .hasMessageContaining("lock timeout")
                    .satisfies(advising("try again when the other process has ended"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);
        }
    }

    @Test
    void a_table_that_cannot_even_be_counted_makes_the_deploy_busy() throws SQLException {
        try (var database = Database.postgres();
                var writer = database.connection()) {
            database.deploy(BASE);
            Jdbc.execute(writer, "SET application_name = 'vacuum full'");
            Jdbc.execute(writer, "BEGIN");
            Jdbc.execute(writer, "LOCK TABLE assay_x IN ACCESS EXCLUSIVE MODE");
            var told = new ArrayList<String>();
            var drop = BASE.then("drop", op -> op.dropColumn("assay_x", "name"));

            assertThatThrownBy(() -> deployer(database, drop, SHORT, notice -> told.add(notice.message()))
                            .deploy())
                    .hasMessageContaining("; locks are held by vacuum full")
                    .satisfies(advising("try again when the other process has ended"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.BUSY);

            assertThat(told.getFirst()).startsWith("waiting for a lock that the plan needs (attempt 1 of 5)");
        }
    }

    @Test
    void a_fresh_module_waits_in_attempts_too() throws SQLException {
        try (var database = Database.postgres();
                var writer = database.connection()) {
            database.deploy(BASE);
            var other = TestModule.named("other")
                    .then(
                            "o1",
                            op -> op.createTable("other_y")
                                    .column("x_id", int64())
                                    .foreignKey("x_id")
                                    .references("assay_x", "id"));
            Jdbc.execute(writer, "BEGIN");
            Jdbc.execute(writer, "INSERT INTO assay_x (name) VALUES ('one')");
            Notices releasing = notice -> rollBack(writer);

            deployer(database, List.of(BASE, other), SHORT, releasing).deploy();

            assertThat(database.rows("SELECT version_num FROM migration_other")).containsExactly("o1");
        }
    }
}
