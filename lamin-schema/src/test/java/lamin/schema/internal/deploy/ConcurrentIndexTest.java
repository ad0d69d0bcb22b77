package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lamin.schema.Notices;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.Patience;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.Chains;
import lamin.schema.internal.plan.Goal;
import lamin.schema.internal.sql.Jdbc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An index that PostgreSQL builds outside a transaction, and what an attempt that failed or was killed leaves. */
class ConcurrentIndexTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule INDEXED = indexed(BASE);

    private static final String STATE = "SELECT state FROM lamin_migration WHERE revision = 'index'";
    private static final String IS_VALID =
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'assay_x_name_idx'::regclass";

    private final Database database = Database.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    private static TestModule indexed(TestModule module) {
        return module.thenOutsideTransaction(
                "index", op -> op.createIndex("assay_x", "name").unique().concurrently());
    }

    private void assertIsIndexed() {
        assertThat(database.differencesTo(INDEXED)).isEmpty();
        assertThat(database.rows(STATE)).containsExactly("applied");
        assertThat(database.rows(IS_VALID)).containsExactly("t");
        assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("index");
    }

    @Test
    void it_is_built_and_recorded() {
        database.deploy(BASE);

        database.deploy(INDEXED);

        assertIsIndexed();
    }

    @Test
    void on_a_fresh_database_it_is_part_of_the_one_transaction() {
        database.deploy(INDEXED);

        assertIsIndexed();
    }

    @Test
    void an_invalid_index_of_a_failed_attempt_is_built_again() {
        database.deploy(BASE);
        var module = indexed(BASE.then("rows", op -> op.execute("INSERT INTO assay_x (name) VALUES ('one'), ('one')")));
        assertThatThrownBy(() -> database.deploy(module))
                .hasMessageContaining("could not create unique index")
                .hasMessageContaining("the half-built index is left; the next deploy drops it and builds it again")
                .hasMessageNotContaining("nothing of it was kept");
        assertThat(database.rows(STATE)).containsExactly("running");
        assertThat(database.rows(IS_VALID)).containsExactly("f");

        database.execute("DELETE FROM assay_x WHERE id = 2");
        database.deploy(module);

        assertIsIndexed();
    }

    @Test
    void an_invalid_index_of_a_session_that_was_ended_while_it_built_is_built_again() throws Exception {
        database.deploy(BASE);
        try (var writer = database.connection()) {
            Jdbc.execute(writer, "BEGIN");
            Jdbc.execute(writer, "INSERT INTO assay_x (name) VALUES ('one')");
            var killed = CompletableFuture.supplyAsync(() -> database.deploy(INDEXED));
            awaitOneRow("SELECT pid FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting%'");
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_progress_create_index");

            assertThatThrownBy(killed::join)
                    .hasMessageContaining("terminating connection due to administrator command")
                    .hasMessageContaining("try again");
        }
        assertThat(database.rows(IS_VALID)).containsExactly("f");

        database.deploy(INDEXED);

        assertIsIndexed();
    }

    @Test
    void a_transaction_that_is_open_for_long_is_waited_for() throws Exception {
        database.deploy(BASE);
        try (var writer = database.connection()) {
            Jdbc.execute(writer, "BEGIN");
            Jdbc.execute(writer, "INSERT INTO assay_x (name) VALUES ('one')");
            var patience = new Patience(Duration.ofMillis(10), Duration.ofMillis(60));
            var request = new DeployRequest(
                    Chains.of(List.of(INDEXED.chain())),
                    new Goal.Heads(),
                    Database.AUTHOR,
                    Notices.NONE,
                    patience,
                    name -> false);
            var waiting = CompletableFuture.supplyAsync(() -> new Deployer(database::connection, request).deploy());
            awaitOneRow("SELECT pid FROM pg_stat_activity WHERE wait_event = 'virtualxid'"
                    + " AND now() - query_start > interval '100 ms'");

            Jdbc.execute(writer, "COMMIT");

            assertThat(waiting.get(30, TimeUnit.SECONDS).applied()).hasSize(1);
        }
        assertIsIndexed();
    }

    @Test
    void what_comes_after_it_waits_for_locks_no_longer_than_before() {
        database.deploy(BASE);
        database.execute("CREATE INDEX assay_x_id_idx ON assay_x (id)");
        var two = INDEXED.thenOutsideTransaction(
                "another", op -> op.createIndex("assay_x", "id").concurrently());
        database.execute(
                "INSERT INTO lamin_migration SELECT module, 'another', release, checksum, upgrade_checksum, 'running',"
                        + " applied_at, applied_by, duration_ms, engine_version FROM lamin_migration");
        var timeouts = new ArrayList<String>();
        Connections connections = () -> {
            var real = database.connection();
            return WatchedConnection.of(real, call -> {
                if (call.sql().startsWith("DROP INDEX")) {
                    timeouts.addAll(Jdbc.query(real, "SHOW lock_timeout", row -> row.getString(1)));
                }
            });
        };

        new Deployer(connections, List.of(two.chain()), Database.AUTHOR, Notices.NONE).deploy();

        assertThat(timeouts).containsExactly("5s");
    }

    private void awaitOneRow(String sql) {
        while (database.rows(sql).isEmpty()) {
            database.execute("SELECT pg_sleep(0.01)");
        }
    }

    @Test
    void a_valid_index_that_was_built_but_not_recorded_is_built_again() {
        database.deploy(BASE);
        database.deploy(INDEXED);
        database.execute(
                "UPDATE lamin_migration SET state = 'running' WHERE revision = 'index'",
                "UPDATE migration_assay SET version_num = 'base'");

        database.deploy(INDEXED);

        assertIsIndexed();
    }

    @Test
    void an_index_that_somebody_made_by_hand_is_left_alone() {
        database.deploy(BASE);
        database.execute("CREATE INDEX assay_x_name_idx ON assay_x (name)");

        assertThatThrownBy(() -> database.deploy(INDEXED)).hasMessageContaining("already exists");

        assertThat(database.rows(IS_VALID)).containsExactly("t");
    }
}
