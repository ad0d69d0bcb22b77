package lamin.schema.internal.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lamin.schema.internal.database.DatabaseFailure;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.database.Introspection;
import lamin.schema.internal.database.LedgerText;
import lamin.schema.internal.database.LogicalRules;
import lamin.schema.internal.database.OperationImpact;
import lamin.schema.internal.database.RowValues;
import lamin.schema.internal.database.ScriptFrame;
import lamin.schema.internal.database.TableProcedures;
import lamin.schema.internal.database.Translation;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.postgres.introspect.PostgresIntrospection;
import lamin.schema.internal.postgres.introspect.PostgresRules;
import lamin.schema.internal.postgres.translation.PostgresConversionCheck;
import lamin.schema.internal.postgres.translation.PostgresImpact;
import lamin.schema.internal.postgres.translation.PostgresSql;
import lamin.schema.internal.postgres.translation.PostgresTranslation;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;

/**
 * PostgreSQL: every operation is ALTER TABLE or a similar statement.
 *
 * @param concurrently whether indexes may be built concurrently; not inside a transaction, where no other session sees
 *     the table anyway
 */
public record PostgresSystem(boolean concurrently) implements DatabaseSystem {
    private static final ScriptFrame SCRIPT_FRAME = new ScriptFrame(
            "psql -v ON_ERROR_STOP=1 -f SCRIPT DATABASE",
            false,
            List.of("SET standard_conforming_strings = on;"),
            List.of("BEGIN;", "SET LOCAL TimeZone = 'UTC';", "SET LOCAL standard_conforming_strings = on;"),
            List.of());

    public PostgresSystem() {
        this(true);
    }

    @Override
    public String key() {
        return DatabaseSql.POSTGRESQL;
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String quoted(TableName table) {
        return PostgresSql.name(table);
    }

    @Override
    public Translation begin(Replay state, Owner owner) {
        return new PostgresTranslation(state, owner, concurrently);
    }

    @Override
    public TableProcedures procedures() {
        return TableProcedures.NONE;
    }

    @Override
    public Introspection introspection() {
        return new PostgresIntrospection();
    }

    @Override
    public LogicalRules logicalRules() {
        return new PostgresRules();
    }

    @Override
    public Optional<String> misfit(Column column, ColumnType type) {
        return PostgresConversionCheck.of(column, type);
    }

    @Override
    public Optional<OperationImpact> impact(Operation operation, Replay before) {
        return Optional.of(PostgresImpact.of(operation, before).toOperationImpact());
    }

    @Override
    public LedgerText ledgerText() {
        return new PostgresLedgerText();
    }

    @Override
    public RowValues rowValues() {
        return new PostgresRowValues();
    }

    @Override
    public ScriptFrame scriptFrame() {
        return SCRIPT_FRAME;
    }

    @Override
    public Optional<DatabaseFailure> failure(SQLException cause) {
        return PostgresFailures.of(cause);
    }
}
