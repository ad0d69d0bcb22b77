package lamin.schema.internal.postgres.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.Notices;
import lamin.schema.deploy.Connections;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.Role;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.deploy.WatchedConnection;
import lamin.schema.internal.drift.Drift;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.plan.Target;
import lamin.schema.internal.postgres.PostgresSystem;
import lamin.schema.internal.script.DeployScript;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.operation.DataStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user of a PostgreSQL server may not do, and what settings of the server or the user get in the way. */
class PostgresUserTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule WIDER = BASE.then("wider", op -> op.addColumn("assay_x", "extra", text()));

    private final Database database = Database.postgres();
    private final Role role = Role.in(database);

    @BeforeEach
    void deployBase() {
        database.deploy(BASE);
        database.execute("INSERT INTO assay_x (name) VALUES ('one'), ('two')");
    }

    @AfterEach
    void close() {
        role.close();
        database.close();
    }

    private static Deployer deployer(Connections connections, TestModule module) {
        return new Deployer(connections, List.of(module.chain()), Database.AUTHOR, Notices.NONE);
    }

    private Connections with(String setting) {
        return () -> {
            var connection = database.connection();
            Jdbc.execute(connection, "SET " + setting);
            return connection;
        };
    }

    private void assertIsAtBase() {
        assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");
        assertThat(database.differencesTo(BASE)).isEmpty();
    }

    private void hideRowsFromOwner() {
        role.own();
        database.execute(
                "ALTER TABLE assay_x ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE assay_x FORCE ROW LEVEL SECURITY",
                "CREATE POLICY mine ON assay_x USING (id < 0)");
    }

    @Test
    void a_column_with_values_that_a_policy_hides_is_not_dropped() {
        hideRowsFromOwner();
        var drop = BASE.then("drop", op -> op.dropColumn("assay_x", "name"));

        assertThatThrownBy(() -> deployer(role::connection, drop).deploy())
                .hasMessageContaining("query would be affected by row-level security policy for table \"assay_x\"")
                .satisfies(advising("deploy as a user who owns the tables and sees all of their rows"));
        assertThatThrownBy(() -> deployer(role::connection, drop).losses()).hasMessageContaining("row-level security");

        assertThat(database.rows("SELECT name FROM assay_x")).containsExactly("one", "two");
    }

    @Test
    void rows_that_a_policy_hides_are_not_left_without_a_value() {
        hideRowsFromOwner();
        var filled = BASE.then(
                "filled", op -> op.addColumn("assay_x", "size", int32()).fill("length(name)"));

        assertThatThrownBy(() -> deployer(role::connection, filled).deploy())
                .hasMessageContaining("row-level security")
                .hasMessageContaining("nothing of it was kept");

        assertIsAtBase();
    }

    @Test
    void a_ledger_that_the_user_may_not_read_is_not_taken_for_none() {
        database.execute("GRANT CREATE ON SCHEMA public TO " + role.name());

        assertThatThrownBy(() -> deployer(role::connection, WIDER).plan())
                .hasMessageContaining("permission denied for table migration_assay");
        assertThatThrownBy(() -> deployer(role::connection, WIDER).deploy())
                .hasMessageContaining("permission denied for table migration_assay")
                .satisfies(advising("have their owner grant what is missing"));
    }

    @Test
    void a_backslash_in_a_value_is_one_whatever_the_server_makes_of_it() {
        var path = "C:\\new";
        var rows = BASE.then("rows", op -> op.insertInto("assay_x").value("name", path));
        database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
                + " current_database()); END $$");

        database.deploy(rows);
        var script = DeployScript.of(
                new PostgresSystem(),
                List.of(rows.chain()),
                new Planner(List.of(rows.chain())).ledgerAt(List.of(new Target("assay", "base"))),
                Database.AUTHOR);
        database.execute("UPDATE migration_assay SET version_num = 'base'");
        database.execute(script.toArray(String[]::new));

        assertThat(database.rows("SELECT name FROM assay_x ORDER BY id")).containsExactly("one", "two", path, path);
    }

    @Test
    void a_schema_with_the_name_of_the_user_does_not_hide_what_is_deployed() {
        database.execute("DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', current_user); END $$");
        var user = database.rows("SELECT current_user").getFirst();
        var fix = "ALTER ROLE ... SET search_path = public to use them, or = " + user + " to deploy there";

        assertThatThrownBy(() -> database.deployer(WIDER).plan())
                .hasMessageContaining("those of schema public are hidden behind it")
                .satisfies(advising(fix));
        assertThatThrownBy(() -> database.deploy(WIDER)).satisfies(advising(fix));
        assertThatThrownBy(() -> {
                    try (var connection = database.connection()) {
                        Drift.read(connection, List.of(BASE.chain()), Notices.NONE);
                    }
                })
                .satisfies(advising(fix));

        assertThat(database.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_user"))
                .isEmpty();
        deployer(with("search_path = public"), WIDER).deploy();
        deployer(with("search_path = " + SqlTokens.quote(user)), BASE).deploy();
        deployer(with("search_path = \"$user\", public"), WIDER).deploy();
    }

    @Test
    void a_user_who_may_not_create_tables_learns_who_may() {
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role.name());

        assertThatThrownBy(() -> deployer(role::connection, WIDER).deploy())
                .hasMessageContaining("permission denied for schema public")
                .satisfies(advising("have their owner grant what is missing"))
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);

        assertIsAtBase();
    }

    @Test
    void a_schema_that_somebody_else_made_for_the_user_is_used() {
        role.own();
        database.execute("CREATE SCHEMA core AUTHORIZATION " + role.name());
        var inSchema = BASE.then(
                "core",
                op -> op.createTable("y").schema("core").column("id", int64()).primaryKey("id"));

        deployer(role::connection, inSchema).deploy();

        assertThat(database.differencesTo(inSchema)).isEmpty();
    }

    @Test
    void a_table_moves_back_into_the_default_schema_of_the_user() {
        database.execute("CREATE SCHEMA tenant");
        var connections = with("search_path = tenant");
        var inSchema = TestModule.named("other")
                .then(
                        "o1",
                        op -> op.createTable("y")
                                .schema("core")
                                .column("id", int64())
                                .primaryKey("id"));
        var moved = inSchema.then(
                "o2", op -> op.renameTable("y", "other_y").schema("core").newSchema(null));
        deployer(connections, inSchema).deploy();

        deployer(connections, moved).deploy();

        assertThat(database.rows("SELECT schemaname FROM pg_tables WHERE tablename = 'other_y'"))
                .containsExactly("tenant");
    }

    @Test
    void a_server_that_only_reads_is_reported_with_what_to_do() {
        var reading = with("default_transaction_read_only = on");

        assertThatThrownBy(() -> deployer(reading, WIDER).deploy())
                .hasMessageContaining("in a read-only transaction")
                .satisfies(advising("deploy to the primary server"));

        assertThat(deployer(reading, WIDER).plan().pending()).hasSize(1);
        assertThat(deployer(reading, BASE).deploy().applied()).isEmpty();
        assertIsAtBase();
    }

    @Test
    void a_search_path_without_a_schema_is_reported() {
        assertThatThrownBy(() -> deployer(with("search_path = nowhere"), WIDER).deploy())
                .satisfies(advising("the search_path names no existing schema"));

        assertIsAtBase();
    }

    @Test
    void a_statement_that_takes_longer_than_the_user_is_given_leaves_nothing() {
        var slow = WIDER.then("slow", op -> {
            op.addColumn("assay_x", "more", text());
            op.execute("SELECT pg_sleep(30)");
        });

        assertThatThrownBy(() -> deployer(with("statement_timeout = 200"), slow).deploy())
                .hasMessageContaining("canceling statement due to statement timeout")
                .hasMessageContaining("nothing of it was kept")
                .satisfies(advising("if it needs more time than statement_timeout gives"));

        assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("wider");
        assertThat(database.differencesTo(WIDER)).isEmpty();
    }

    @Test
    void a_step_in_java_may_take_longer_than_a_transaction_may_be_idle() {
        var thinking = BASE.then("thinking", op -> op.run(Thinking.class));

        deployer(with("idle_in_transaction_session_timeout = 50"), thinking).deploy();

        assertThat(database.differencesTo(thinking)).isEmpty();
    }

    /** Lets the server see an idle transaction, and looks from elsewhere until it would have ended. */
    public static final class Thinking implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            var pid = Jdbc.query(connection, "SELECT pg_backend_pid()", row -> row.getInt(1))
                    .getFirst();
            try (var other = DriverManager.getConnection(
                    connection.getMetaData().getURL(), connection.getMetaData().getUserName(), null)) {
                Jdbc.execute(other, "SELECT pg_sleep(0.3)");
                assertThat(Jdbc.query(
                                other,
                                "SELECT state FROM pg_stat_activity WHERE pid = " + pid,
                                row -> row.getString(1)))
                        .containsExactly("idle in transaction");
            }
        }
    }

    @Test
    void settings_of_the_session_are_as_before_afterwards() throws SQLException {
        try (var connection = with("lock_timeout = '7s'").open()) {
            deployer(() -> WatchedConnection.unclosed(connection), WIDER).plan();

            var settings = Jdbc.query(
                    connection,
                    "SELECT concat_ws(' ', current_setting('lock_timeout'), current_setting('row_security'))",
                    row -> row.getString(1));
            assertThat(settings).containsExactly("7s on");
        }
    }

    @Test
    void transactions_that_are_serializable_by_default_do_no_harm() {
        deployer(with("default_transaction_isolation = 'serializable'"), WIDER).deploy();

        assertThat(database.differencesTo(WIDER)).isEmpty();
    }
}
