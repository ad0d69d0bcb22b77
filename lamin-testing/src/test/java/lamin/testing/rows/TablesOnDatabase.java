package lamin.testing.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleInfo;
import lamin.schema.internal.module.RevisionInfo;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;

/** The tables of a module {@code t} on a database. */
record TablesOnDatabase(TestDatabase database, SchemaModel model) implements AutoCloseable {
    private static final Owner OWNER = Owner.of("t");

    static TablesOnDatabase create(TestDatabase.Kind kind, List<Operation> operations) {
        var database = kind.create();
        var info =
                new RevisionInfo("000000000001", List.of(), "vX.X.X", List.of(), List.of(), "", true, List.of(), "V1");
        var module = new ModuleInfo(
                "t",
                "lnschema_t",
                "0.1.0",
                info.id(),
                "t",
                List.of(),
                Map.of(),
                List.of(info),
                List.of(),
                Path.of("t.jar"));
        var chain = new Chain(module, List.of(new Script(OWNER, info, operations, List.of())));
        new Deployer(database::connection, List.of(chain), new Author("tester", "test"), Notices.NONE).deploy();
        return new TablesOnDatabase(database, Replay.of(SchemaModel.EMPTY, OWNER, operations));
    }

    RowSnapshot fill() throws SQLException {
        try (var connection = database.connection()) {
            GeneratedRows.fill(connection, model, "t");
            return RowSnapshot.of(connection, model);
        }
    }

    Connection connection() throws SQLException {
        return database.connection();
    }

    @Override
    public void close() {
        database.close();
    }
}
