package lamin.schema.internal.operation;

import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;
import lamin.schema.sql.DatabaseSql;

/**
 * The effect of an operation on tables, columns and rows, for code that follows a plan without translating it: losses,
 * origins of columns, requirements on rows. Translators switch over {@link Operation}; all other code reads the effects
 * and picks the relevant ones.
 */
public sealed interface Effect {
    record CreatesTable(Table table) implements Effect {}

    record DropsTable(TableName table) implements Effect {}

    record RenamesTable(TableName table, TableName newName) implements Effect {}

    /** {@code isFilled}: existing rows get their values from custom SQL. */
    record CreatesColumn(TableName table, Column column, boolean isFilled) implements Effect {}

    record DropsColumn(TableName table, String column) implements Effect {}

    record RenamesColumn(TableName table, String column, String newName) implements Effect {}

    record AltersColumn(AlterColumn alteration) implements Effect {}

    /** A foreign key of an existing table; those of a new table are in {@link CreatesTable}. */
    record CreatesForeignKey(TableName table, ForeignKey key) implements Effect {}

    record CreatesCheck(TableName table, CheckConstraint check) implements Effect {}

    /** Builds an index over existing rows; {@code isConstraint} if it belongs to a primary key or unique constraint. */
    record BuildsIndex(TableName table, Index index, boolean isConstraint, boolean isConcurrent) implements Effect {}

    record DropsConstraint(TableName table, String constraint) implements Effect {}

    record ChangesRows(TableName table, RowChange change) implements Effect {}

    record RunsSql(DatabaseSql sql) implements Effect {}

    record RunsJava(Class<? extends DataStep> step) implements Effect {}

    /** These effects apply to the model state only; the database already had them. */
    record ChangesStateOnly(List<Effect> effects) implements Effect {
        public ChangesStateOnly {
            effects = List.copyOf(effects);
        }
    }

    /** The effects of an operation. */
    static List<Effect> of(Operation operation) {
        return switch (operation) {
            case OnTable change -> ofChange(change);
            case OnSequence ignored -> List.of();
            case StateOnly(StateChange.Applied(var change)) -> List.of(new ChangesStateOnly(of(change)));
            case StateOnly ignored -> List.of(new ChangesStateOnly(List.of()));
            case Operation.ChangeRows(var table, var change) -> List.of(new ChangesRows(table, change));
            case Execute(var sql) -> List.of(new RunsSql(sql));
            case Run(var step) -> List.of(new RunsJava(step));
            case Operation.Irreversible ignored -> List.of();
        };
    }

    private static List<Effect> ofChange(OnTable operation) {
        return switch (operation) {
            case CreateTable(var table) -> List.of(new CreatesTable(table));
            case Operation.DropTable(var table) -> List.of(new DropsTable(table));
            case RenameTable rename -> List.of(new RenamesTable(rename.table(), rename.newName()));
            case AddColumn(var table, var column, var fill) -> List.of(new CreatesColumn(table, column, fill != null));
            case Operation.DropColumn(var table, var column) -> List.of(new DropsColumn(table, column));
            case RenameColumn rename -> List.of(new RenamesColumn(rename.table(), rename.column(), rename.newName()));
            case AlterColumn alter -> List.of(new AltersColumn(alter));
            case Operation.CreatePrimaryKey(var table, PrimaryKey key) -> List.of(buildsKey(table, key.columns()));
            case Operation.DropPrimaryKey ignored -> List.of();
            case Operation.CreateForeignKey(var table, var key) -> List.of(new CreatesForeignKey(table, key));
            case Operation.CreateUniqueConstraint(var table, UniqueConstraint unique) ->
                List.of(buildsKey(table, unique.columns()));
            case Operation.CreateCheckConstraint(var table, var check) -> List.of(new CreatesCheck(table, check));
            case Operation.DropConstraint(var table, var name) -> List.of(new DropsConstraint(table, name));
            case Operation.RenameConstraint ignored -> List.of();
            case Operation.CreateIndex(var table, var index, var concurrently) ->
                List.of(new BuildsIndex(table, index, false, concurrently));
            case Operation.DropIndex ignored -> List.of();
            case Operation.RenameIndex ignored -> List.of();
            case Operation.TableComment ignored -> List.of();
        };
    }

    private static Effect buildsKey(TableName table, List<String> columns) {
        var keys = columns.stream().<Index.Key>map(Index.Key::column).toList();
        return new BuildsIndex(table, new Index(null, keys, true, null), true, false);
    }

    /** The foreign keys that the operation creates. */
    static Stream<ForeignKey> foreignKeys(Operation operation) {
        return of(operation).stream()
                .flatMap(effect -> effect instanceof CreatesTable(var table)
                        ? table.foreignKeys().stream()
                        : effect instanceof CreatesForeignKey(var ignored, var key) ? Stream.of(key) : Stream.of());
    }

    /** Whether the effect of an operation on rows is unknown: custom SQL, Java or row changes. */
    static boolean isCustom(Operation operation) {
        return of(operation).stream()
                .anyMatch(effect ->
                        effect instanceof ChangesRows || effect instanceof RunsSql || effect instanceof RunsJava);
    }
}
