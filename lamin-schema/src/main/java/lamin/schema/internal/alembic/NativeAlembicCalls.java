package lamin.schema.internal.alembic;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.operation.AlembicSource;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Alembic's own calls, for operations that Alembic carries out like this engine on both databases: SQLAlchemy declares
 * the same types and defaults, and no names or indexes have to follow. In doubt, an operation counts as different.
 */
final class NativeAlembicCalls {
    private NativeAlembicCalls() {}

    /** The calls; empty if Alembic would do something else. */
    static List<String> of(Operation operation, List<Step> sqlite, List<Step> postgresql) {
        if (!(operation instanceof OnTable change) || change.table().schema() != null) {
            return List.of();
        }
        boolean isOneStatement = sqlite.size() == 1 && postgresql.size() == 1;
        return switch (change) {
            case CreateTable create -> isPlain(create.definition()) ? call(create) : List.of();
            case DropTable drop -> dropTable(drop);
            case RenameTable rename -> isOneStatement && rename.newName().schema() == null ? call(rename) : List.of();
            case AddColumn add -> isOneStatement && add.fill() == null && isPlain(add.column()) ? call(add) : List.of();
            case DropColumn drop -> isOneStatement ? call(drop) : List.of();
            case RenameColumn rename -> isOneStatement ? call(rename) : List.of();
            case CreateIndex create -> !create.concurrently() && isPlain(create.index()) ? call(create) : List.of();
            case DropIndex drop -> call(drop);
            default -> List.of(); // in doubt different, also for operations added later
        };
    }

    private static List<String> call(Operation operation) {
        return List.of(AlembicSource.of(operation));
    }

    private static List<String> dropTable(DropTable drop) {
        return List.of("refuse_mentions(" + PythonText.literal(drop.table().name()) + ")", AlembicSource.of(drop));
    }

    /** A table without the indexes that Alembic creates like this engine, followed by those indexes. */
    static Stream<Operation> apart(Operation operation) {
        if (!(operation instanceof CreateTable(var table)) || table.name().schema() != null) {
            return Stream.of(operation);
        }
        var kept = table.indexes().stream().filter(index -> !isPlain(index)).toList();
        var indexes = table.indexes().stream()
                .filter(NativeAlembicCalls::isPlain)
                .map(index -> new CreateIndex(table.name(), index, false));
        return Stream.concat(Stream.of(new CreateTable(table.withIndexes(kept))), indexes);
    }

    /** Unique constraints are indexes on SQLite, so they differ. */
    private static boolean isPlain(Table table) {
        return table.comment() == null
                && table.uniques().isEmpty()
                && table.checks().isEmpty()
                && table.foreignKeys().stream().allMatch(key -> key.target().schema() == null)
                && table.columns().stream().allMatch(NativeAlembicCalls::isPlain)
                && table.indexes().stream().allMatch(NativeAlembicCalls::isPlain);
    }

    private static boolean isPlain(Index index) {
        return index.isOnColumnsOnly();
    }

    private static boolean isPlain(Column column) {
        return !column.identity()
                && column.generatedAs() == null
                && column.collation() == null
                && column.comment() == null
                && isPlain(column.type())
                && isPlain(column.defaultValue());
    }

    private static boolean isPlain(@Nullable DefaultValue value) {
        return switch (value) {
            case null -> true;
            case DefaultValue.Numeric ignored -> true;
            case DefaultValue.Text(var text) -> text.matches("[\\w ]*");
            case DefaultValue.Bool ignored -> false;
            case DefaultValue.Now ignored -> false;
            case DefaultValue.Sql ignored -> false;
        };
    }

    /** Whether SQLAlchemy declares the type under the same name. */
    private static boolean isPlain(ColumnType type) {
        return switch (type) {
            case ColumnType.Int16 ignored -> true;
            case ColumnType.Int32 ignored -> true;
            case ColumnType.Int64 ignored -> true;
            case ColumnType.VarChar ignored -> true;
            case ColumnType.Text ignored -> true;
            case ColumnType.Bytes ignored -> true;
            case ColumnType.Date ignored -> true;
            case ColumnType.Time ignored -> true;
            case ColumnType.TimestampTz ignored -> true;
            case ColumnType.Bool ignored -> false;
            case ColumnType.Decimal ignored -> false;
            case ColumnType.Float32 ignored -> false;
            case ColumnType.Float64 ignored -> false;
            case ColumnType.Timestamp ignored -> false;
            case ColumnType.Uuid ignored -> false;
            case ColumnType.Json ignored -> false;
            case ColumnType.Other ignored -> false;
        };
    }
}
