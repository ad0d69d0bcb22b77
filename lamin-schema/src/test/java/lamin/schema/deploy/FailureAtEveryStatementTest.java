package lamin.schema.deploy;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import org.junit.jupiter.api.Test;

/** Wherever a deploy to SQLite breaks off, the database is as before it or as after it. */
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
            .then("more", op -> {
                op.createTable("assay_y").column("y", int32());
                op.execute("INSERT INTO assay_y VALUES (1)");
            });

    @Test
    void the_database_is_as_before_or_as_after() {
        int statements = 0;
        boolean isThrough = false;
        while (!isThrough) {
            isThrough = isThroughAfter(statements++);
        }
        assertThat(statements).isGreaterThan(40);
    }

    private static boolean isThroughAfter(int statements) {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            database.execute(
                    "INSERT INTO assay_x (name) VALUES ('one'), ('two')", "INSERT INTO assay_child VALUES (1), (2)");
            var before = database.sqliteSchema();

            boolean isThrough = deploys(database, statements);

            boolean isAfter = database.differencesTo(NEXT).isEmpty();
            assertThat(isAfter || database.sqliteSchema().equals(before))
                    .as("after %s statements", statements)
                    .isTrue();
            database.deploy(NEXT);
            assertThat(database.differencesTo(NEXT)).isEmpty();
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one|3", "2|two|3");
            assertThat(database.rows("SELECT * FROM assay_child")).containsExactly("1", "2");
            return isThrough;
        }
    }

    private static boolean deploys(Database database, int statements) {
        var deployer = new Deployer(
                () -> FailingConnection.after(statements, database.connection()),
                List.of(NEXT.chain()),
                Database.AUTHOR,
                Notices.NONE);
        try {
            deployer.deploy();
            return true;
        } catch (LaminException e) {
            assertThat(e).hasMessageContaining("the disk is gone");
            return false;
        }
    }
}
