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
 * Everything that differs between databases except deployment. Implementations are stateless services, named only in
 * {@code META-INF/services}.
 */
public interface DatabaseSystem {
    /**
     * The system of a connection.
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

    /** The system's name in scripts and checksums, which never changes. */
    String key();

    /** The product name that the driver reports. */
    String product();

    /** The table's name, quoted for statements. */
    String quoted(TableName table);

    /**
     * Begins the translation of a migration that starts from the given state; its operations are then applied to that
     * state.
     */
    Translation begin(Replay state, Owner owner);

    /** The steps of one migration. {@code state} is the state before it, and is updated to the state after it. */
    default List<Step> steps(Replay state, Owner owner, List<Operation> operations) {
        var translation = begin(state, owner);
        operations.forEach(translation::add);
        return translation.finish();
    }

    /** Carries out the steps that need more than one statement. */
    TableProcedures procedures();

    Introspection introspection();

    LogicalRules logicalRules();

    /**
     * A condition for rows whose value of a column does not fit the type; empty where only the server can tell, by
     * converting it.
     */
    Optional<String> misfit(Column column, ColumnType type);

    /**
     * The effect on other sessions of an operation about to be applied to the state; empty where no other session can
     * be active.
     */
    Optional<OperationImpact> impact(Operation operation, Replay before);

    LedgerText ledgerText();

    RowValues rowValues();

    ScriptFrame scriptFrame();

    /** The meaning of an exception; empty if another system's driver threw it. */
    Optional<DatabaseFailure> failure(SQLException cause);
}
