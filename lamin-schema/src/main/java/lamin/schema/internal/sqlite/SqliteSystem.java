package lamin.schema.internal.sqlite;

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
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sqlite.introspect.SqliteIntrospection;
import lamin.schema.internal.sqlite.introspect.SqliteRules;
import lamin.schema.internal.sqlite.rebuild.SqliteProcedures;
import lamin.schema.internal.sqlite.translation.SqliteConversionCheck;
import lamin.schema.internal.sqlite.translation.SqliteTranslation;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;

/** SQLite: ALTER TABLE where possible, otherwise one rebuild for each table and migration. */
public final class SqliteSystem implements DatabaseSystem {
    private static final ScriptFrame SCRIPT_FRAME = new ScriptFrame(
            "sqlite3 -bail DATABASE < SCRIPT",
            true,
            List.of("-- foreign keys are off for this connection: a rebuild would delete the rows that point to it"),
            List.of("PRAGMA foreign_keys = OFF;", "BEGIN IMMEDIATE;"),
            List.of(
                    "-- rows that are printed here point to nothing: then ROLLBACK instead of COMMIT",
                    "PRAGMA foreign_key_check;"));

    @Override
    public String key() {
        return DatabaseSql.SQLITE;
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public String quoted(TableName table) {
        return SqlTokens.quote(table.flat());
    }

    @Override
    public Translation begin(Replay state, Owner owner) {
        return new SqliteTranslation(state, owner);
    }

    @Override
    public TableProcedures procedures() {
        return new SqliteProcedures();
    }

    @Override
    public Introspection introspection() {
        return new SqliteIntrospection();
    }

    @Override
    public LogicalRules logicalRules() {
        return new SqliteRules();
    }

    @Override
    public Optional<String> misfit(Column column, ColumnType type) {
        return SqliteConversionCheck.of(column, type);
    }

    /** A deploy has exclusive access to the file. */
    @Override
    public Optional<OperationImpact> impact(Operation operation, Replay before) {
        return Optional.empty();
    }

    @Override
    public LedgerText ledgerText() {
        return new SqliteLedgerText();
    }

    @Override
    public RowValues rowValues() {
        return new SqliteRowValues();
    }

    @Override
    public ScriptFrame scriptFrame() {
        return SCRIPT_FRAME;
    }

    @Override
    public Optional<DatabaseFailure> failure(SQLException cause) {
        return SqliteFailures.of(cause);
    }
}
