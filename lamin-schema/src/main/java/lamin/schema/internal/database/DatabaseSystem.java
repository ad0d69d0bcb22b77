package lamin.schema.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;

/**
 * All that differs between databases and is not a deployment. Implementations are services without state: {@code
 * META-INF/services} names them, so that nothing else in the engine has to.
 */
public interface DatabaseSystem {
    /**
     * The system that a connection leads to.
     *
     * @throws lamin.schema.LaminException if it is not supported
     */
    static DatabaseSystem of(Connection connection) throws SQLException {
        return InstalledSystems.ofProduct(connection.getMetaData().getDatabaseProductName());
    }

    /** The system with this key, which must be supported. */
    static DatabaseSystem of(String key) {
        return InstalledSystems.ofKey(key);
    }

    /** The supported systems, always in the same order. */
    static List<DatabaseSystem> all() {
        return InstalledSystems.ALL;
    }

    /** The word for the system in scripts and checksums, which never changes. */
    String key();

    /** The name that the driver gives as that of the product. */
    String product();

    /** The table's name as a statement writes it. */
    String quoted(TableName table);

    /** Begins a migration that meets a state, which its operations are then applied to. */
    Translation begin(Replay state, Owner owner);

    /** The steps of one migration. {@code state} is what was before it; afterwards it is what is after it. */
    default List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var translation = begin(state, owner);
        operations.forEach(translation::add);
        return translation.finish();
    }

    /** Carries out the steps that take more than a statement. */
    TableProcedures procedures();

    Introspection introspection();

    LogicalRules logicalRules();

    /**
     * A condition that holds for rows whose value of a column the type cannot have; empty where only the server can tell,
     * by converting it.
     */
    Optional<String> misfit(Column column, ColumnType type);

    /** What an operation that is about to be applied to the state costs others; empty where nobody else can be at work. */
    Optional<OperationImpact> impact(Operation operation, Replay before);

    LedgerText ledgerText();

    RowValues rowValues();

    ScriptFrame scriptFrame();

    /** What an exception means; empty where another system's driver threw it. */
    Optional<DatabaseFailure> failure(SQLException cause);
}
