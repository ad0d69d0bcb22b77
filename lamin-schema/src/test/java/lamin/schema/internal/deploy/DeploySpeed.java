package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sqlite.SqliteSystem;
import lamin.schema.model.SchemaModel;

/** Prints how long deploys take beside the same statements by JDBC; run by hand, figures depend on the machine. */
public final class DeploySpeed {
    private static final int TABLES = 50;
    private static final int RUNS = 5;

    private DeploySpeed() {}

    public static void main(String[] arguments) throws SQLException {
        var deploys = new ArrayList<Double>();
        var raw = new ArrayList<Double>();
        var nothing = new ArrayList<Double>();
        var rebuilds = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            deploys.add(deploy(history(500)));
            raw.add(raw(history(500)));
            nothing.add(nothingToDeploy(history(1000)));
            rebuilds.add(deploy(history(100).then("rebuild", op -> {
                for (int i = 0; i < TABLES; i++) {
                    op.alterColumn("assay_t" + i, "name").defaultValue("x");
                }
            })));
        }
        print("deploy 500 migrations on 50 tables", deploys);
        print("their statements by JDBC in one transaction", raw);
        print("nothing to deploy, 1,000 applied", nothing);
        print("100 migrations and 50 rebuilds", rebuilds);
        for (int tables : List.of(500, 1000, 2000)) {
            var chain = tables(tables).chain();
            var times = new ArrayList<Double>();
            for (int run = 0; run < RUNS; run++) {
                times.add(seconds(() -> new Planner(List.of(chain)).target()));
            }
            print("replay a chain of " + tables + " tables", times);
        }
    }

    private static void print(String what, List<Double> seconds) {
        System.out.printf(Locale.ROOT, "%-50s %.3f s (first %.3f)%n", what, median(seconds), seconds.getFirst());
    }

    private static double median(List<Double> seconds) {
        var sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Tables first, then columns, indexes and renames in turn. */
    private static TestModule history(int migrations) {
        var module = tables(TABLES);
        for (int i = TABLES; i < migrations; i++) {
            int number = i;
            var table = "assay_t" + i % TABLES;
            module = switch ((i / TABLES - 1) % 3) {
                case 0 ->
                    module.then(
                            "r" + i,
                            op -> op.addColumn(table, "c" + number, int32()).defaultValue(1));
                case 1 -> module.then("r" + i, op -> op.createIndex(table, "c" + (number - TABLES)));
                default ->
                    module.then(
                            "r" + i,
                            op -> op.alterColumn(table, "c" + (number - 2 * TABLES))
                                    .newName("d" + number));
            };
        }
        return module;
    }

    private static TestModule tables(int count) {
        var module = TestModule.named("assay");
        for (int i = 0; i < count; i++) {
            var table = "assay_t" + i;
            var target = "assay_t" + Math.max(0, i - 1);
            module = module.then(
                    "t" + i,
                    op -> op.createTable(table)
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .column("up", int64())
                            .primaryKey("id")
                            .foreignKey("up")
                            .references(target, "id"));
        }
        return module;
    }

    private static double deploy(TestModule module) {
        try (var database = Database.sqlite()) {
            var deployer = database.deployer(module);
            return seconds(deployer::deploy);
        }
    }

    private static double nothingToDeploy(TestModule module) {
        try (var database = Database.sqlite()) {
            var deployer = database.deployer(module);
            deployer.deploy();
            return seconds(deployer::deploy);
        }
    }

    private static double raw(TestModule module) throws SQLException {
        var state = new Replay(SchemaModel.EMPTY);
        var steps = module.scripts().stream()
                .flatMap(script -> new SqliteSystem().steps(state, module.owner(), script.upgrade()).stream())
                .toList();
        try (var database = Database.sqlite();
                var connection = database.connection()) {
            long start = System.nanoTime();
            Jdbc.execute(connection, "BEGIN IMMEDIATE");
            for (var step : steps) {
                if (step instanceof Step.Sql(var sql)) {
                    Jdbc.execute(connection, sql);
                }
            }
            Jdbc.execute(connection, "COMMIT");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
