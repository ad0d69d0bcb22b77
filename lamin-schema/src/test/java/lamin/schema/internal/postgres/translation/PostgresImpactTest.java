package lamin.schema.internal.postgres.translation;

import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.postgres.PostgresSystem;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.SchemaModel;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of locks and rewrites is what a server does. */
class PostgresImpactTest {
    private static final TestModule ASSAY = TestModule.named("assay").then("aaaaaaaaaaaa", op -> {
        op.createTable("assay_plate").column("id", int64()).notNull().primaryKey("id");
        op.createTable("assay_well")
                .column("id", int64())
                .notNull()
                .column("plate_id", int64())
                .column("name", string(100))
                .column("volume", decimal(10, 2))
                .column("number", int32())
                .column("at", timestamp())
                .primaryKey("id");
        op.createIndex("assay_well", "name");
    });

    @TestFactory
    Stream<DynamicTest> a_server_locks_and_rewrites_as_it_is_said() {
        return Stream.of(
                test("a new table alone", op -> op.createTable("assay_run").column("id", int64())),
                test("a table is dropped", op -> op.dropTable("assay_well")),
                test("a table is renamed", op -> op.renameTable("assay_well", "assay_cavity")),
                test("a column", op -> op.addColumn("assay_well", "x", text())),
                test("a constant", op -> op.addColumn("assay_well", "x", text()).defaultValue("x")),
                test(
                        "the time",
                        op -> op.addColumn("assay_well", "x", timestamptz()).defaultNow()),
                test(
                        "a value of its own for each row",
                        op -> op.addColumn("assay_well", "x", text())
                                .defaultSql(sql().sqlite("1").postgresql("gen_random_uuid()::text"))),
                test(
                        "a computed column",
                        op -> op.addColumn("assay_well", "x", int32()).generatedAs("number + 1")),
                test("a column is dropped", op -> op.dropColumn("assay_well", "name")),
                test(
                        "a column is renamed",
                        op -> op.alterColumn("assay_well", "at").newName("time")),
                test(
                        "a longer string",
                        op -> op.alterColumn("assay_well", "name").type(string(200))),
                test(
                        "a shorter string",
                        op -> op.alterColumn("assay_well", "name").type(string(50))),
                test(
                        "a string without end",
                        op -> op.alterColumn("assay_well", "name").type(text())),
                test("more digits", op -> op.alterColumn("assay_well", "volume").type(decimal(12, 2))),
                test(
                        "another scale",
                        op -> op.alterColumn("assay_well", "volume").type(decimal(12, 4))),
                test(
                        "a larger integer",
                        op -> op.alterColumn("assay_well", "number").type(int64())),
                test(
                        "a time with a zone",
                        op -> op.alterColumn("assay_well", "at").type(timestamptz())),
                test("NOT NULL", op -> op.alterColumn("assay_well", "name").nullable(false)),
                test("a default", op -> op.alterColumn("assay_well", "name").defaultValue("x")),
                test("a comment", op -> op.tableComment("assay_well", "wells")),
                test(
                        "a foreign key",
                        op -> op.createForeignKey("assay_well", "plate_id").references("assay_plate")),
                test("a check", op -> op.createCheckConstraint("assay_well", "number > 0")),
                test("a unique constraint", op -> op.createUniqueConstraint("assay_well", "name")),
                test("no primary key", op -> op.dropPrimaryKey("assay_well")),
                test("an index", op -> op.createIndex("assay_well", "number")),
                test("an index goes", op -> op.dropIndex("assay_well", "assay_well_name_idx")));
    }

    private static DynamicTest test(String name, Consumer<Operations> change) {
        return DynamicTest.dynamicTest(name, () -> {
            var operations =
                    ASSAY.then("bbbbbbbbbbbb", change).scripts().getLast().upgrade();
            var before = Replay.of(
                    SchemaModel.EMPTY, ASSAY.owner(), ASSAY.scripts().getFirst().upgrade());
            var said = PostgresImpact.of(operations.getFirst(), new Replay(before));
            try (var database = Database.postgres();
                    var connection = database.connection()) {
                database.deploy(ASSAY);
                connection.setAutoCommit(false);
                var files = files(connection);
                run(connection, before, operations);
                assertThat(strongestLock(connection, files.keySet())).isEqualTo(said.lock());
                assertThat(isRewritten(files, files(connection))).isEqualTo(said.rewritesTable());
                connection.rollback();
            }
        });
    }

    private static void run(Connection connection, SchemaModel before, List<Operation> operations) throws SQLException {
        for (var step : new PostgresSystem(false).steps(new Replay(before), ASSAY.owner(), operations)) {
            if (step instanceof Step.Sql(var sql)) {
                Jdbc.execute(connection, sql);
            }
        }
    }

    /** By the number of a table or index, the file of its rows. */
    private static Map<String, String> files(Connection connection) throws SQLException {
        var sql =
                "SELECT oid, relfilenode, relkind FROM pg_class WHERE relname LIKE 'assay\\_%' AND relkind IN ('r', 'i')";
        var files = new HashMap<String, String>();
        Jdbc.query(connection, sql, row -> files.put(row.getString(1), row.getString(3) + row.getString(2)));
        return files;
    }

    /** A table that is rewritten gets another file; one that is gone is not rewritten. */
    private static boolean isRewritten(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("r") && before.containsKey(entry.getKey()))
                .anyMatch(entry -> !entry.getValue().equals(before.get(entry.getKey())));
    }

    /** On what was there before. */
    private static LockLevel strongestLock(Connection connection, Set<String> relations) throws SQLException {
        var sql = "SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation IN ("
                + String.join(", ", relations) + ")";
        return Jdbc.query(connection, sql, row -> row.getString(1)).stream()
                .map(PostgresImpactTest::level)
                .reduce(LockLevel.NONE, LockLevel::or);
    }

    private static LockLevel level(String mode) {
        return Stream.of(LockLevel.values())
                .filter(level -> mode.equalsIgnoreCase(level.sql().replace(" ", "") + "Lock"))
                .findFirst()
                .orElse(LockLevel.NONE);
    }
}
