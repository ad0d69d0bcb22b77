package lamin.schema.internal.postgres.translation;

import java.util.Optional;
import lamin.schema.internal.database.OperationImpact;
import lamin.schema.internal.database.TableWork;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Table;
import lamin.schema.sql.DatabaseSql;

/**
 * The effect of an operation on other sessions.
 *
 * @param lock the strongest lock on an existing table
 * @param work the work on rows while the lock is held
 */
public record PostgresImpact(LockLevel lock, TableWork work) {
    private static final PostgresImpact NOTHING = new PostgresImpact(LockLevel.NONE, TableWork.NONE);
    private static final PostgresImpact SHORT = new PostgresImpact(LockLevel.ACCESS_EXCLUSIVE, TableWork.NONE);
    private static final PostgresImpact SCAN = new PostgresImpact(LockLevel.ACCESS_EXCLUSIVE, TableWork.SCAN);
    private static final PostgresImpact REWRITE = new PostgresImpact(LockLevel.ACCESS_EXCLUSIVE, TableWork.REWRITE);
    private static final PostgresImpact WORDS = new PostgresImpact(LockLevel.SHARE_UPDATE_EXCLUSIVE, TableWork.NONE);
    private static final PostgresImpact UNKNOWN = new PostgresImpact(LockLevel.UNKNOWN, TableWork.UNKNOWN);

    /** The impact of an operation about to be applied to the state. */
    public static PostgresImpact of(Operation operation, Replay before) {
        return switch (operation) {
            case CreateTable create -> creation(create.definition());
            case Operation.DropTable ignored -> SHORT;
            case Operation.RenameTable ignored -> SHORT;
            case AddColumn(var ignored, var column, var fill) ->
                fill == null ? addition(column) : SHORT.with(TableWork.UPDATE);
            case Operation.DropColumn ignored -> SHORT;
            case Operation.RenameColumn ignored -> SHORT;
            case AlterColumn alter -> alteration(alter, before.table(alter.table()));
            case Operation.CreatePrimaryKey ignored -> SCAN;
            case Operation.DropPrimaryKey ignored -> SHORT;
            case Operation.CreateForeignKey ignored ->
                new PostgresImpact(LockLevel.SHARE_ROW_EXCLUSIVE, TableWork.SCAN);
            case Operation.CreateUniqueConstraint ignored -> SCAN;
            case Operation.CreateCheckConstraint ignored -> SCAN;
            case Operation.DropConstraint ignored -> SHORT;
            case Operation.RenameConstraint ignored -> SHORT;
            case CreateIndex index ->
                new PostgresImpact(
                        index.concurrently() ? LockLevel.SHARE_UPDATE_EXCLUSIVE : LockLevel.SHARE, TableWork.SCAN);
            case Operation.DropIndex ignored -> SHORT;
            case Operation.RenameIndex ignored -> WORDS;
            case Operation.TableComment ignored -> WORDS;
            case Operation.OnSequence ignored -> NOTHING;
            case Operation.ChangeRows ignored -> new PostgresImpact(LockLevel.ROW_EXCLUSIVE, TableWork.UPDATE);
            case Operation.Execute(var sql) -> sqlOf(sql).isEmpty() ? NOTHING : UNKNOWN;
            case Operation.Run ignored -> UNKNOWN;
            case Operation.StateOnly ignored -> NOTHING;
            case Operation.Irreversible ignored -> NOTHING;
        };
    }

    public OperationImpact toOperationImpact() {
        return new OperationImpact(lock.sql(), lock.blocked(), work);
    }

    boolean rewritesTable() {
        return work == TableWork.REWRITE;
    }

    private PostgresImpact with(TableWork more) {
        return new PostgresImpact(lock, work.or(more));
    }

    private PostgresImpact and(PostgresImpact other) {
        return new PostgresImpact(lock.or(other.lock), work.or(other.work));
    }

    /** Tables that the new one references are locked, so that no session deletes from them meanwhile. */
    private static PostgresImpact creation(Table table) {
        boolean pointsElsewhere =
                table.foreignKeys().stream().anyMatch(key -> !key.target().equals(table.name()));
        return pointsElsewhere ? new PostgresImpact(LockLevel.SHARE_ROW_EXCLUSIVE, TableWork.NONE) : NOTHING;
    }

    /** A default that is the same for all rows is stored in the catalog; any other default is written into each row. */
    private static PostgresImpact addition(Column column) {
        boolean differsByRow = column.identity() || column.generatedAs() != null || isVolatile(column);
        return differsByRow ? REWRITE : SHORT;
    }

    private static boolean isVolatile(Column column) {
        return switch (column.defaultValue()) {
            case null -> false;
            case DefaultValue.Text ignored -> false;
            case DefaultValue.Numeric ignored -> false;
            case DefaultValue.Bool ignored -> false;
            case DefaultValue.Now ignored -> false;
            // only the server knows whether a function is volatile
            case DefaultValue.Sql(var sql) -> sqlOf(sql).contains("(");
        };
    }

    private static String sqlOf(DatabaseSql sql) {
        return sql.on(DatabaseSql.POSTGRESQL).orElse("");
    }

    private static PostgresImpact alteration(AlterColumn alter, Optional<Table> table) {
        return table.flatMap(found -> found.column(alter.column()).map(column -> alteration(alter, found, column)))
                .orElse(SHORT);
    }

    private static PostgresImpact alteration(AlterColumn alter, Table table, Column column) {
        return alter.changes().stream()
                .map(change -> switch (change) {
                    case ColumnChange.Type(var type) -> retyping(alter, table, column, type);
                    case ColumnChange.Nullability(var nullable) -> nullable ? SHORT : prohibition(alter, column);
                    case ColumnChange.Default ignored -> SHORT;
                    case ColumnChange.Collation ignored -> SHORT;
                    case ColumnChange.Comment ignored -> WORDS;
                    case ColumnChange.Identity(var identity) -> identity ? SCAN : SHORT;
                })
                .reduce(NOTHING, PostgresImpact::and);
    }

    private static PostgresImpact prohibition(AlterColumn alter, Column column) {
        boolean hasDefault = column.defaultValue() != null
                || alter.changes().stream()
                        .anyMatch(change -> change instanceof ColumnChange.Default(var value) && value != null);
        return alter.fill() != null || hasDefault ? SCAN.with(TableWork.UPDATE) : SCAN;
    }

    private static PostgresImpact retyping(AlterColumn alter, Table table, Column column, ColumnType to) {
        boolean hasComputed = table.columns().stream()
                .anyMatch(other ->
                        other.generatedAs() != null && other.generatedAs().mentions(column.name()));
        boolean keepsRows = column.type().equals(to) || isWidening(column.type(), to);
        return keepsRows && alter.using() == null && !hasComputed ? SHORT : REWRITE;
    }

    /** Whether the stored bytes can stay as they are. */
    private static boolean isWidening(ColumnType from, ColumnType to) {
        return switch (from) {
            case ColumnType.VarChar(var length) ->
                to instanceof ColumnType.Text || (to instanceof ColumnType.VarChar(var longer) && longer >= length);
            case ColumnType.Decimal(var precision, var scale) ->
                to instanceof ColumnType.Decimal(var more, var same) && more >= precision && same == scale;
            default -> false;
        };
    }
}
