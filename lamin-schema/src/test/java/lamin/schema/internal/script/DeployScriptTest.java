package lamin.schema.internal.script;

import static lamin.schema.fixture.Database.AUTHOR;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.Systems;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.plan.Target;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.operation.DataStep;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A deploy that somebody else runs, as a script. */
class DeployScriptTest {
    private static final TestModule CORE = TestModule.named("core").then("aaaaaaaaaaaa", op -> {
        op.createTable("core_user")
                .column("id", int64())
                .identity()
                .column("name", string(50))
                .primaryKey("id");
        op.execute("INSERT INTO core_user (name) VALUES ('ada')");
    });

    private static final TestModule LAB = TestModule.named("lab")
            .thenAfter("bbbbbbbbbbbb", "aaaaaaaaaaaa", op -> {
                op.createTable("lab_sample")
                        .column("id", int64())
                        .identity()
                        .column("user_id", int64())
                        .column("name", string(50))
                        .column("weight", decimal(10, 2))
                        .primaryKey("id")
                        .foreignKey("user_id")
                        .references("core_user");
                op.createIndex("lab_sample", "name");
            })
            .then("cccccccccccc", op -> {
                op.alterColumn("lab_sample", "name")
                        .type(text())
                        .nullable(false)
                        .fill("'?'");
                op.alterColumn("lab_sample", "weight").newName("mass");
                op.createCheckConstraint("lab_sample", "mass >= 0");
                op.addColumn("lab_sample", "count", int32());
            });

    private static List<Chain> chains(TestModule... modules) {
        return Stream.of(modules).map(TestModule::chain).toList();
    }

    private static String script(Kind kind, List<Target> from, TestModule... modules) {
        var chains = chains(modules);
        var lines = DeployScript.of(Systems.of(kind), chains, new Planner(chains).ledgerAt(from), AUTHOR);
        return String.join("\n", lines);
    }

    private static void run(Database database, String script) {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            run(statement, script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Statement statement, String script) throws SQLException {
        for (var sql : script.split(";\n", -1)) {
            statement.execute(sql + ";");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_script_leaves_what_deploy_leaves(Kind kind) {
        try (var database = Database.of(kind)) {
            run(database, script(kind, List.of(), CORE, LAB));

            assertThat(database.differencesTo(CORE, LAB)).isEmpty();
            assertThat(database.deployer(CORE, LAB).plan().pending()).isEmpty();
            assertThat(database.deploy(CORE, LAB).applied()).isEmpty();
            assertThat(database.rows("SELECT name FROM core_user")).containsExactly("ada");
            assertThat(database.rows("SELECT module, revision, state FROM lamin_migration ORDER BY revision"))
                    .containsExactly(
                            "core|aaaaaaaaaaaa|applied", "lab|bbbbbbbbbbbb|applied", "lab|cccccccccccc|applied");
            assertThat(database.rows("SELECT name, version FROM lamin_module ORDER BY name"))
                    .containsExactly("core|1.0.0", "lab|1.0.0");
        }
    }

    /** A rebuild drops the old table, which deletes the rows that point to it where foreign keys are enforced. */
    @Test
    void children_of_a_rebuilt_table_stay_where_the_client_enforces_foreign_keys() throws SQLException {
        var rebuilding = CORE.then(
                        "eeeeeeeeeeee",
                        op -> op.createTable("core_note")
                                .column("id", int64())
                                .identity()
                                .column("user_id", int64())
                                .primaryKey("id")
                                .foreignKey("user_id")
                                .references("core_user")
                                .onDelete(OnDelete.CASCADE))
                .then("ffffffffffff", op -> op.alterColumn("core_user", "name").type(text()));
        try (var database = Database.of(Kind.SQLITE)) {
            database.deploy(rebuilding.until("eeeeeeeeeeee"));
            database.execute("INSERT INTO core_note (user_id) SELECT id FROM core_user");
            var script = script(Kind.SQLITE, List.of(new Target("core", "eeeeeeeeeeee")), rebuilding);
            try (var connection = database.connection();
                    var statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
                run(statement, script);
            }

            assertThat(database.rows("SELECT count(*) FROM core_note")).containsExactly("1");
            assertThat(database.differencesTo(rebuilding)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_dropped_table_and_column_of_the_database_is_named_in_a_comment(Kind kind) {
        var fewer = LAB.then("dddddddddddd", op -> {
            op.addColumn("lab_sample", "passing", int32());
            op.dropColumn("lab_sample", "passing");
            op.dropColumn("lab_sample", "count");
            op.renameTable("lab_sample", "lab_aliquot");
            op.dropTable("lab_aliquot");
        });

        assertThat(script(kind, List.of(new Target("lab", "cccccccccccc")), CORE, fewer))
                .contains(
                        "-- drops column lab_sample.count with all its values",
                        "-- drops table lab_sample with all its values")
                .doesNotContain("passing with");
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_on_from_where_a_database_is_and_keeps_its_rows(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(CORE, LAB.until("bbbbbbbbbbbb"));
            database.execute("INSERT INTO lab_sample (user_id, name, weight) VALUES (1, NULL, 2.5)");

            run(database, script(kind, List.of(new Target("lab", "bbbbbbbbbbbb")), CORE, LAB));

            assertThat(database.differencesTo(CORE, LAB)).isEmpty();
            assertThat(database.rows("SELECT id, name FROM lab_sample WHERE mass = 2.5"))
                    .containsExactly("1|?");
            assertThat(database.deployer(CORE, LAB).plan().pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_fails_on_a_database_that_is_somewhere_else(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(CORE);
            var renamed = CORE.then("dddddddddddd", op -> op.renameTable("core_user", "core_person"))
                    .then("eeeeeeeeeeee", op -> op.addColumn("core_person", "age", int32()));
            database.execute("ALTER TABLE core_user RENAME TO core_person");

            assertThatThrownBy(() -> run(database, script(kind, List.of(new Target("core", "dddddddddddd")), renamed)))
                    .rootCause()
                    .hasMessageContaining("version_num");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE lab_sample ADD COLUMN colour text DEFAULT 'red'",
                "CREATE INDEX by_hand ON lab_sample (weight)",
                "CREATE UNIQUE INDEX unique_by_hand ON lab_sample (weight)",
                "CREATE TRIGGER by_hand AFTER INSERT ON lab_sample BEGIN SELECT 1; END",
                "CREATE TRIGGER by_hand AFTER INSERT ON core_user BEGIN DELETE FROM lab_sample; END",
                "CREATE VIEW by_hand AS SELECT name FROM \"lab_sample\"",
                "ALTER TABLE lab_sample ADD CHECK (weight < 100)",
                "ALTER TABLE lab_sample ADD COLUMN other bigint REFERENCES core_user (id)"
            })
    void it_fails_where_it_would_lose_what_somebody_made_by_hand(String byHand) {
        try (var database = Database.sqlite()) {
            database.deploy(CORE, LAB.until("bbbbbbbbbbbb"));
            database.execute("INSERT INTO lab_sample (user_id, name, weight) VALUES (1, 'a', 2.5)", byHand);
            var before = database.rows("SELECT sql FROM sqlite_schema ORDER BY rowid");
            var script = script(Kind.SQLITE, List.of(new Target("lab", "bbbbbbbbbbbb")), CORE, LAB);

            assertThatThrownBy(() -> run(database, script))
                    .rootCause()
                    .hasMessageMatching("(?s).*(no migration made|a trigger or view mentions table lab_sample).*");

            assertThat(database.rows("SELECT sql FROM sqlite_schema ORDER BY rowid"))
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW by_hand AS SELECT name FROM lab_sample",
                "CREATE TRIGGER by_hand AFTER INSERT ON core_user BEGIN DELETE FROM lab_sample WHERE name = 'x'; END",
                "CREATE TABLE by_hand (id integer REFERENCES lab_sample (id))"
            })
    void it_fails_where_a_drop_would_break_what_somebody_made_by_hand(String byHand) {
        try (var database = Database.sqlite()) {
            var base = LAB.until("bbbbbbbbbbbb");
            var drop = base.then("dddddddddddd", op -> op.dropTable("lab_sample"));
            var script = script(Kind.SQLITE, List.of(new Target("lab", "bbbbbbbbbbbb")), CORE, drop);
            database.deploy(CORE, base);
            database.execute(byHand);

            assertThatThrownBy(() -> run(database, script))
                    .rootCause()
                    .hasMessageMatching("(?s).*(points to|mentions) table lab_sample.*");
        }
    }

    @Test
    void it_fails_where_a_trigger_mentions_a_column_that_is_dropped() {
        try (var database = Database.sqlite()) {
            var base = LAB.until("bbbbbbbbbbbb");
            database.deploy(CORE, base);
            database.execute("CREATE TRIGGER by_hand AFTER INSERT ON lab_sample BEGIN"
                    + " UPDATE lab_sample SET weight = 1 WHERE weight IS NULL; END");
            var drop = base.then("dddddddddddd", op -> op.dropColumn("lab_sample", "weight"));
            var script = script(Kind.SQLITE, List.of(new Target("lab", "bbbbbbbbbbbb")), CORE, drop);

            assertThatThrownBy(() -> run(database, script))
                    .rootCause()
                    .hasMessageContaining("a trigger or view mentions column weight of lab_sample");
        }
    }

    @ParameterizedTest
    @EnumSource
    void before_java_it_ends_and_names_the_step(Kind kind) {
        var module = CORE.then("dddddddddddd", op -> op.run(Nothing.class))
                .then("eeeeeeeeeeee", op -> op.dropTable("core_user"));
        try (var database = Database.of(kind)) {
            var script = script(kind, List.of(), module);
            run(database, script);

            assertThat(script)
                    .contains("here the script ends: migration core dddddddddddd (vX.X.X) runs step Nothing")
                    .doesNotContain("DROP TABLE");
            assertThat(database.deployer(module).plan().pending())
                    .extracting(pending -> pending.revision())
                    .containsExactly("dddddddddddd", "eeeeeeeeeeee");
        }
    }

    /** Does nothing. */
    public static final class Nothing implements DataStep {
        @Override
        public void run(Connection connection) {}
    }
}
