package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.plan.Target;
import org.junit.jupiter.api.Test;

/** Wherever a deploy to SQLite or a downgrade breaks off, the database is as before it or as after it. */
class FailureAtEveryStatementTest {
    private static final TestModule BASE = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_x")
                .column("id", int64())
                .identity()
                .column("name", text())
                .primaryKey("id")
                .unique("name");
        op.createTable("assay_child").column("x_id", int64()).foreignKey("x_id").references("assay_x", "id");
    });

    private static final TestModule NEXT = BASE.then("rebuild", op -> {
                op.alterColumn("assay_x", "name").newName("title").defaultValue("x");
                op.addColumn("assay_x", "size", int32()).notNull().fill("length(title)");
            })
            .undoneBy(op -> {
                op.dropColumn("assay_x", "size");
                op.alterColumn("assay_x", "title").newName("name").noDefault();
            })
            .then("more", op -> {
                op.createTable("assay_y").column("y", int32());
                op.execute("INSERT INTO assay_y VALUES (1)");
            })
            .undoneBy(op -> op.dropTable("assay_y"));

    @Test
    void a_deploy_leaves_the_database_as_before_or_as_after() {
        assertIsAllOrNothing(FailureAtEveryStatementTest::isDeployedAfter);
    }

    @Test
    void a_downgrade_leaves_the_database_as_before_or_as_after() {
        assertIsAllOrNothing(FailureAtEveryStatementTest::isUndoneAfter);
    }

    /** With ever more statements until it gets through. */
    private static void assertIsAllOrNothing(IntPredicate isThroughAfter) {
        int statements = 0;
        while (!isThroughAfter.test(statements)) {
            statements++;
        }
        assertThat(statements).isGreaterThan(40);
    }

    private static boolean isDeployedAfter(int statements) {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            fill(database);
            boolean isThrough = isThrough(database, NEXT, deployer(database, statements));
            database.deploy(NEXT);
            assertThat(database.differencesTo(NEXT)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one|3", "2|two|3");
            assertThat(database.rows("SELECT * FROM assay_child")).containsExactly("1", "2");
            return isThrough;
        }
    }

    private static boolean isUndoneAfter(int statements) {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            fill(database);
            database.deploy(NEXT);
            var back = deployer(database, statements)
                    .backTo(new Target("assay", "base"))
                    .allowingDrops(Set.of("assay_x.size", "assay_y"));
            boolean isThrough = isThrough(database, BASE, back);
            database.downgrade("base", NEXT);
            assertThat(database.differencesTo(BASE)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one", "2|two");
            assertThat(database.rows("SELECT * FROM assay_child")).containsExactly("1", "2");
            return isThrough;
        }
    }

    private static void fill(Database database) {
        database.execute(
                "INSERT INTO assay_x (name) VALUES ('one'), ('two')", "INSERT INTO assay_child VALUES (1), (2)");
    }

    private static Deployer deployer(Database database, int statements) {
        return new Deployer(
                () -> FailingConnection.after(statements, database.connection()),
                List.of(NEXT.chain()),
                Database.AUTHOR,
                Notices.NONE);
    }

    private static boolean isThrough(Database database, TestModule goal, Deployer deployer) {
        var before = database.sqliteSchema();
        boolean isThrough = runs(deployer);
        boolean isAfter = database.differencesTo(goal).isEmpty();
        assertThat(isAfter || database.sqliteSchema().equals(before)).isTrue();
        return isThrough;
    }

    private static boolean runs(Deployer deployer) {
        try {
            deployer.deploy();
            return true;
        } catch (LaminException e) {
            assertThat(e).hasMessageContaining("the disk is gone");
            return false;
        }
    }
}
