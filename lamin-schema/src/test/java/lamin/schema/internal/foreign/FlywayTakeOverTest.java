package lamin.schema.internal.foreign;

import static lamin.schema.Refusals.advising;
import static lamin.schema.internal.foreign.ForeignShop.MODULE;
import static lamin.schema.internal.foreign.ForeignShop.NEXT;
import static lamin.schema.internal.foreign.ForeignShop.grave;
import static lamin.schema.internal.foreign.ForeignShop.repair;
import static lamin.schema.internal.foreign.ForeignShop.stamp;
import static lamin.schema.model.ColumnTypes.int64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.RowHash;
import lamin.testing.databases.TestDatabase.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of a service were made by Flyway; from now on its migrations are ours. */
class FlywayTakeOverTest {
    @TempDir
    Path scripts;

    @BeforeEach
    void writeScripts() throws IOException {
        script("V1__customers.sql", """
                CREATE TABLE customer (id bigint NOT NULL PRIMARY KEY, email varchar(255) NOT NULL, name varchar(100),
                  balance numeric(19, 6), born date, seen_at ${timestamptz}, token ${uuid}, UNIQUE (email));
                """);
        script("V2__orders.sql", """
                CREATE TABLE purchase_order (id ${identity}, customer_id bigint NOT NULL REFERENCES customer (id),
                  status varchar(255) NOT NULL CHECK (status IN ('NEW', 'PAID', 'SENT')), placed_at ${timestamp} NOT NULL,
                  remark text, weight double precision, label ${bytes});
                CREATE TABLE order_line (order_id bigint NOT NULL, line integer NOT NULL, product varchar(40) NOT NULL,
                  amount numeric(10, 2) NOT NULL, PRIMARY KEY (order_id, line),
                  FOREIGN KEY (order_id) REFERENCES purchase_order (id));
                CREATE INDEX by_product ON order_line (product);
                """);
        script("V2.1__numbers.sql", "${sequence};\n");
        script("R__countries.sql", """
                CREATE TABLE IF NOT EXISTS country (code varchar(2) NOT NULL PRIMARY KEY, name text NOT NULL);
                DELETE FROM country;
                INSERT INTO country VALUES ('CH', 'Switzerland'), ('FR', 'it''s -- not; a comment');
                """);
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    private FluentConfiguration configured(Database database) {
        boolean isSqlite = database.database().kind() == Kind.SQLITE;
        return Flyway.configure()
                .dataSource(database.database().jdbcUrl(), null, null)
                .locations("filesystem:" + scripts)
                .placeholders(
                        isSqlite
                                ? Map.of(
                                        "identity", "integer NOT NULL PRIMARY KEY AUTOINCREMENT",
                                        "timestamp", "timestamp",
                                        "timestamptz", "datetime",
                                        "uuid", "char(36)",
                                        "bytes", "blob",
                                        "sequence",
                                                "CREATE TABLE customer_seq (next_val bigint); INSERT INTO customer_seq VALUES (1)")
                                : Map.of(
                                        "identity", "bigserial PRIMARY KEY",
                                        "timestamp", "timestamp",
                                        "timestamptz", "timestamptz",
                                        "uuid", "uuid",
                                        "bytes", "bytea",
                                        "sequence", "CREATE SEQUENCE customer_seq INCREMENT BY 50"));
    }

    private Flyway migrated(Database database) {
        var flyway = configured(database).load();
        flyway.migrate();
        return flyway;
    }

    private static List<ForeignHistory> histories(Database database) {
        try (var connection = database.connection()) {
            return ForeignHistory.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_value_changes_and_flyway_still_finds_its_history_valid(Kind kind) throws SQLException {
        try (var database = Database.of(kind)) {
            var flyway = migrated(database);
            try (var connection = database.connection()) {
                ForeignShop.insertRows(connection, kind);
            }
            var before = RowHash.of(database.database());
            assertThat(before.hashes()).containsKeys("customer", "order_line", "country", "flyway_schema_history");

            var differs = stamp(database, MODULE);
            assertThat(grave(differs))
                    .containsExactlyInAnyOrder(
                            "table customer: column name is string(100), expected string(255)",
                            "table purchase_order: index (customer_id) is missing");
            repair(database, differs);

            var stamped = stamp(database, MODULE);
            assertThat(stamped.written()).as("%s", stamped.modules()).isTrue();
            assertThat(before.again(database.database())).isEqualTo(before);

            assertThat(database.deploy(NEXT).applied()).hasSize(1);
            assertThat(before.again(database.database())).isEqualTo(before);
            assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
            assertThat(flyway.info().pending()).isEmpty();

            database.execute("UPDATE customer SET name = 'null' WHERE name = 'NULL'");
            assertThat(before.again(database.database())).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_history_is_counted_and_the_last_migration_named(Kind kind) throws IOException {
        try (var database = Database.of(kind)) {
            migrated(database);
            script("R__countries.sql", "SELECT 1;");
            migrated(database);

            var history = histories(database).getFirst();

            assertThat(histories(database)).hasSize(1);
            assertThat(history.tool()).isEqualTo(MigrationTool.FLYWAY);
            assertThat(history.applied()).isEqualTo(4);
            assertThat(history.summary())
                    .matches(
                            "Flyway: 4 migrations in flyway_schema_history, the last R__countries.sql \\(countries\\) at [-0-9]{10} [:.0-9]+");
            assertThat(history.problems()).isEmpty();
        }
    }

    /** On PostgreSQL, Flyway 13 leaves the changed rows but no record of the failure; the test writes that of other versions. */
    @ParameterizedTest
    @EnumSource
    void a_failed_migration_refuses_the_stamp_until_it_is_repaired(Kind kind) throws IOException {
        try (var database = Database.of(kind)) {
            var flyway = migrated(database);
            repair(database, stamp(database, MODULE));
            script("V3__half.sql", "UPDATE country SET name = 'half';\nINSERT INTO nowhere VALUES (1);\n");
            script("V3__half.sql.conf", "executeInTransaction=false");
            assertThatThrownBy(() -> migrated(database)).hasMessageContaining("V3__half.sql");
            assertThat(database.rows("SELECT DISTINCT name FROM country")).containsExactly("half");
            if (kind == Kind.POSTGRESQL) {
                database.execute("INSERT INTO flyway_schema_history"
                        + " SELECT 5, '3', 'half', 'SQL', 'V3__half.sql', 0, 'ann', now(), 1, false");
            }
            var before = RowHash.of(database.database());

            assertThatThrownBy(() -> stamp(database, MODULE))
                    .hasMessageStartingWith("Flyway's flyway_schema_history has a failed migration: 3 (half);")
                    .satisfies(advising("flyway repair"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(histories(database).getFirst().problems())
                    .singleElement()
                    .asString()
                    .startsWith("failed: 3 (half) at ");
            assertThat(RowHash.of(database.database())).isEqualTo(before);
            Files.delete(scripts.resolve("V3__half.sql"));
            flyway.repair();
            assertThat(stamp(database, MODULE).written()).isTrue();
        }
    }

    /** Modules that share a database often have a history each, with the prefix of their tables. */
    @ParameterizedTest
    @EnumSource
    void a_history_with_the_prefix_of_a_module_is_no_difference(Kind kind) {
        try (var database = Database.of(kind)) {
            configured(database).table("orders_history").load().migrate();
            database.execute("CREATE TABLE orders_invoice (id bigint NOT NULL PRIMARY KEY)");
            var orders = TestModule.named("orders")
                    .then(
                            "cccccccccccc",
                            op -> op.createTable("orders_invoice")
                                    .column("id", int64())
                                    .notNull()
                                    .primaryKey("id"));

            var stamped = stamp(database, orders);

            assertThat(grave(stamped)).isEmpty();
            assertThat(stamped.written()).isTrue();
            assertThat(stamped.histories()).extracting(ForeignHistory::table).containsExactly("orders_history");
        }
    }
}
