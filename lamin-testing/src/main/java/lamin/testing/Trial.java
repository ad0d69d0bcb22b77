package lamin.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.module.TableOwners;
import lamin.schema.internal.plan.Target;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;
import lamin.testing.rows.GeneratedRows;
import lamin.testing.rows.RowSnapshot;

/** A separate database on which a module is tested. */
final class Trial implements AutoCloseable {
    private static final Author AUTHOR = new Author("migration-test", "test");

    private final TestDatabase database;
    private final String module;
    private final RowSource rows;
    private boolean hasRows;

    Trial(TestDatabase.Kind kind, String module, RowSource rows) {
        this.database = kind.create();
        this.module = module;
        this.rows = rows;
    }

    void deploy(Stage stage) {
        if (!stage.chains().isEmpty()) {
            runAllowingDrops(deployer(stage));
        }
    }

    /** Undoes the last migration of a stage. */
    void undo(Script script, Stage stage) {
        runAllowingDrops(deployer(stage).backTo(Target.before(script)));
    }

    private Deployer deployer(Stage stage) {
        return new Deployer(database::connection, stage.chains(), AUTHOR, Notices.NONE);
    }

    /** The author wrote the drops on purpose. */
    private static void runAllowingDrops(Deployer deployer) {
        deployer.allowingAllDrops().deploy();
    }

    /** Fills empty tables: first with the author's rows, once, then with generated ones. */
    void fill(Stage stage) {
        work(connection -> {
            var head = stage.headOf(module);
            if (!head.isEmpty() && !hasRows) {
                rows.insert(head, connection);
                hasRows = true;
            }
            GeneratedRows.fill(connection, stage.model(), module);
            return hasRows;
        });
    }

    RowSnapshot rows(Stage stage) {
        return work(connection -> RowSnapshot.of(connection, stage.model()));
    }

    /** The tables, without the ledger, in the form that this kind of database can represent. */
    SchemaModel schema() {
        return work(connection -> {
            var found = Introspector.read(connection).where(table -> !TableOwners.isLedger(table));
            return LogicalForm.of(found, DatabaseSystem.of(connection));
        });
    }

    /** The differences between the database and the scripts. */
    List<String> differencesTo(Stage stage) {
        var expected = work(connection -> LogicalForm.of(stage.model(), DatabaseSystem.of(connection)));
        return LogicalForm.differences(expected, schema());
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T work(Work<T> work) {
        try (var connection = database.connection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new LaminException(ErrorCode.FAILURE, "the test database failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
