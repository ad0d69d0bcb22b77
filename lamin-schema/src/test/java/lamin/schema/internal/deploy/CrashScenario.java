package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.Notices;
import lamin.schema.deploy.Connections;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.plan.Target;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.operation.DataStep;

/** What a process does until it is killed: migrations with rebuilds of tables that have children, Java and SQL on rows. */
enum CrashScenario {
    DEPLOY {
        @Override
        void prepare(Database database) {
            fill(database);
        }

        @Override
        Deployer deployer(Connections connections) {
            return all(connections);
        }
    },
    DOWNGRADE {
        @Override
        void prepare(Database database) {
            fill(database);
            database.deploy(NEXT);
        }

        @Override
        Deployer deployer(Connections connections) {
            return all(connections)
                    .backTo(new Target("assay", "base"))
                    .allowingDrops(Set.of("assay_x.size", "assay_log", "assay_log.line"));
        }
    },
    /** A migration outside a transaction, where the database has such. */
    INDEX {
        @Override
        void prepare(Database database) {
            fill(database);
        }

        @Override
        Deployer deployer(Connections connections) {
            return new Deployer(connections, List.of(INDEXED.chain()), Database.AUTHOR, Notices.NONE);
        }
    };

    private static final TestModule BASE = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_x")
                .column("id", int64())
                .identity()
                .column("name", text())
                .primaryKey("id")
                .unique("name");
        op.createTable("assay_child")
                .column("x_id", int64())
                .column("note", text())
                .foreignKey("x_id")
                .references("assay_x", "id")
                .onDelete(OnDelete.CASCADE);
    });

    private static final TestModule NEXT = BASE.then("rebuild", op -> {
                op.alterColumn("assay_x", "name").newName("title").defaultValue("x");
                op.addColumn("assay_x", "size", int32()).notNull().fill("length(title)");
                op.createIndex("assay_x", "size").name("by_size");
            })
            .undoneBy(op -> {
                op.dropIndex("assay_x", "by_size");
                op.dropColumn("assay_x", "size");
                op.alterColumn("assay_x", "title").newName("name").noDefault();
            })
            .then("data", op -> {
                op.createTable("assay_log").column("line", text());
                op.run(Praise.class);
                op.execute("INSERT INTO assay_log SELECT title FROM assay_x");
            })
            .undoneBy(op -> {
                op.run(Blame.class);
                op.dropTable("assay_log");
            })
            .then("child", op -> {
                op.alterColumn("assay_child", "note").type(string(20)).nullable(false);
                op.createCheckConstraint("assay_x", "size > 0").name("ck_size");
            })
            .undoneBy(op -> {
                op.dropConstraint("assay_x", "ck_size");
                op.alterColumn("assay_child", "note").type(text()).nullable(true);
            })
            .inVersion("2.0.0");

    private static final TestModule INDEXED = BASE.thenOutsideTransaction(
                    "index",
                    op -> op.createIndex("assay_child", "note").unique().concurrently())
            .then("after", op -> op.addColumn("assay_x", "more", text()));

    abstract void prepare(Database database);

    abstract Deployer deployer(Connections connections);

    private static Deployer all(Connections connections) {
        return new Deployer(connections, List.of(NEXT.chain()), Database.AUTHOR, Notices.NONE);
    }

    private static void fill(Database database) {
        database.deploy(BASE);
        database.execute(
                "INSERT INTO assay_x (name) VALUES ('one'), ('two'), ('three')",
                "DELETE FROM assay_x WHERE name = 'three'",
                "INSERT INTO assay_child VALUES (1, 'first'), (1, 'second'), (2, 'third')");
    }

    /** Changes rows in Java. */
    public static final class Praise implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            change(connection, "UPDATE assay_x SET title = title || ? WHERE title <> ?");
        }
    }

    /** Changes them back. */
    public static final class Blame implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            change(connection, "UPDATE assay_x SET title = replace(title, ?, '') WHERE title <> ?");
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "!");
            statement.setString(2, "nothing");
            statement.executeUpdate();
        }
    }
}
