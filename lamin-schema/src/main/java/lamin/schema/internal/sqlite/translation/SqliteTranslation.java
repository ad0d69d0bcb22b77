package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.database.TransactionControl;
import lamin.schema.internal.database.Translation;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.ChangeRows;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreatePrimaryKey;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.RowSql;
import lamin.schema.internal.sql.SqlScript;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.Owner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Translates one migration's operations into steps. A rebuild is postponed until the migration ends or something needs
 * the new table, so that later changes of the table share it.
 */
public final class SqliteTranslation implements Translation {
    private static final RowSql ROWS = new RowSql(SqliteSql::defaultValue);

    private final Replay state;
    private final Owner owner;
    private final List<Step> steps = new ArrayList<>();
    private final PendingRebuilds pending;
    private final CreatedTables created;

    public SqliteTranslation(Replay state, Owner owner) {
        this.state = state;
        this.owner = owner;
        this.pending = new PendingRebuilds(state, steps);
        this.created = new CreatedTables(steps);
    }

    @Override
    public List<Step> finish() {
        pending.flush();
        return steps;
    }

    @Override
    public void insert(Step step) {
        steps.add(step);
    }

    @Override
    public void add(Operation operation) {
        created.see(operation);
        switch (operation) {
            case OnTable change -> addOnTable(change);
            case OnSequence change -> {
                pending.flush();
                var before = state.sequence(change.sequence()).orElse(null);
                state.apply(owner, change);
                SqliteSequences.of(change, before, state).forEach(this::sql);
            }
            case ChangeRows rows -> {
                pending.flush();
                state.apply(owner, rows);
                sql(ROWS.of(quote(rows.table().flat()), rows.change()));
            }
            case Execute(var sql) -> {
                pending.flush();
                // the driver runs the first statement of a text and silently ignores the others
                var script = new SqlScript(SqliteSql.OF_SCRIPTS.statements(sql), SqlSyntax.SQLITE);
                TransactionControl.refuse(script);
                script.statements().forEach(statement -> sql(statement.text()));
            }
            case Run(var step) -> {
                pending.flush();
                steps.add(new Step.Code(step));
            }
            case StateOnly ignored -> {
                pending.flush();
                state.apply(owner, operation);
            }
            case Irreversible(var reason) -> throw new MisfitException("there is no way back: " + reason);
        }
    }

    private void addOnTable(OnTable operation) {
        switch (operation) {
            case CreateTable create -> {
                state.apply(owner, create);
                created.add(create.definition().name());
                SqliteSql.createTable(create.definition()).forEach(this::sql);
            }
            case DropTable drop -> dropTable(drop);
            case RenameTable rename -> renameTable(rename);
            case AddColumn add -> addColumn(add);
            case DropColumn(var table, var column) -> dropColumn(operation, table, column);
            case RenameColumn rename -> renameColumn(rename);
            case AlterColumn alter -> alterColumn(alter);
            case CreatePrimaryKey ignored -> rebuild(operation);
            case DropPrimaryKey ignored -> rebuild(operation);
            case CreateForeignKey create -> createForeignKey(create);
            case CreateCheckConstraint ignored -> rebuild(operation);
            case DropConstraint(var table, var name) -> changeConstraint(operation, table, name, null);
            case RenameConstraint(var table, var name, var newName) ->
                changeConstraint(operation, table, name, newName);
            case CreateUniqueConstraint(var table, var unique) ->
                unlessPending(operation, SqliteSql.createIndex(table, SqliteSql.index(table, unique)));
            case CreateIndex(var table, var index, var ignored) ->
                unlessPending(operation, SqliteSql.createIndex(table, index));
            case DropIndex(var table, var name) -> unlessPending(operation, dropIndex(name));
            case RenameIndex(var table, var name, var newName) -> renameIndex(operation, table, name, newName);
            case TableComment ignored -> state.apply(owner, operation);
        }
    }

    private void dropTable(DropTable drop) {
        var table = drop.table();
        pending.flushForDropOf(table);
        state.apply(owner, drop);
        steps.add(new Step.Drop(table));
    }

    /** If one foreign key replaces another and the target gets other keys, the old one is dropped first. */
    private void createForeignKey(CreateForeignKey create) {
        if (created.contains(create.table()) && !pending.contains(create.table())) {
            state.apply(owner, create);
            created.redefine(table(create.table()));
            return;
        }
        var target = create.key().target();
        var waiting = pending.get(create.table());
        if (waiting != null && waiting.pointsTo(target) && pending.contains(target)) {
            pending.flush(create.table());
        }
        rebuild(create);
    }

    /** A unique constraint is an index, unless the table waits for a rebuild anyway. */
    private void changeConstraint(OnTable operation, TableName name, String constraint, @Nullable String newName) {
        var before = table(name);
        var unique = before.uniques().stream()
                .filter(each -> each.nameIn(name).equals(constraint))
                .findFirst();
        if (unique.isEmpty() || pending.contains(name)) {
            rebuild(operation);
            return;
        }
        state.apply(owner, operation);
        var after = table(name);
        pending.flushForDropOfKey(after);
        var renewed = newName == null
                ? null
                : SqliteSql.createIndex(
                        name,
                        new Index(newName, SqliteSql.index(name, unique.get()).keys(), true, null));
        steps.add(new Step.DropUnique(name, constraint, renewed, new PendingRebuild(before).to(after)));
    }

    private void renameTable(RenameTable rename) {
        pending.flush(rename.table());
        var before = table(rename.table());
        state.apply(owner, rename);
        var from = rename.table().flat();
        var to = rename.newName().flat();
        if (from.equalsIgnoreCase(to) && !from.equals(to)) {
            renameTable(rename.table(), from, Names.temporaryName(from));
            renameTable(rename.table(), Names.temporaryName(from), to);
        } else if (!from.equals(to)) {
            renameTable(rename.table(), from, to);
        }
        renewNames(before, table(rename.newName()));
    }

    /** SQLite treats names that differ only in case as equal, so the new name would already exist. */
    private void renameTable(TableName table, String from, String to) {
        steps.add(new Step.Rename(table, null, "ALTER TABLE " + quote(from) + " RENAME TO " + quote(to)));
    }

    private void addColumn(AddColumn add) {
        flushBefore(add.table(), add.fill());
        var waiting = pending.get(add.table());
        if (waiting == null && canBeAddedInPlace(add)) {
            state.apply(owner, add);
            sql("ALTER TABLE " + quote(add.table().flat()) + " ADD COLUMN " + SqliteSql.column(add.column()));
            return;
        }
        rebuildOf(add.table()).add(add);
        state.apply(owner, add);
    }

    private static boolean canBeAddedInPlace(AddColumn add) {
        var column = add.column();
        boolean constant = switch (column.defaultValue()) {
            case null -> column.nullable();
            case DefaultValue.Text ignored -> true;
            case DefaultValue.Numeric ignored -> true;
            case DefaultValue.Bool ignored -> true;
            case DefaultValue.Now ignored -> false;
            case DefaultValue.Sql ignored -> false;
        };
        return constant && add.fill() == null && column.generatedAs() == null && !column.identity();
    }

    private void dropColumn(Operation operation, TableName table, String column) {
        var waiting = pending.get(table);
        if (waiting == null && isFree(table(table), column)) {
            state.apply(owner, operation);
            steps.add(new Step.DropColumn(table, column));
            return;
        }
        rebuildOf(table).drop(column);
        state.apply(owner, operation);
    }

    /** Whether only the column's own definition mentions it, and the table has other columns. */
    private static boolean isFree(Table table, String column) {
        var without = table.withoutColumn(column);
        return !without.columns().isEmpty()
                && Objects.equals(table.primaryKey(), without.primaryKey())
                && table.foreignKeys().equals(without.foreignKeys())
                && table.uniques().equals(without.uniques())
                && table.checks().equals(without.checks())
                && table.indexes().equals(without.indexes());
    }

    private void renameColumn(RenameColumn rename) {
        var waiting = pending.get(rename.table());
        if (waiting != null && !waiting.isPhysical(rename.column())) {
            waiting.rename(rename.column(), rename.newName());
            state.apply(owner, rename);
            return;
        }
        if (waiting != null && waiting.isTaken(rename.newName())) {
            pending.flush(rename.table());
            waiting = null;
        }
        var before = table(rename.table());
        state.apply(owner, rename);
        steps.add(new Step.Rename(
                rename.table(),
                rename.column(),
                "ALTER TABLE " + quote(rename.table().flat()) + " RENAME COLUMN " + quote(rename.column()) + " TO "
                        + quote(rename.newName())));
        if (waiting == null) {
            renewNames(before, table(rename.table()));
        } else {
            waiting.renamePhysical(rename.column(), rename.newName());
        }
    }

    private void alterColumn(AlterColumn alter) {
        boolean onlyComment = alter.changes().stream().allMatch(change -> change instanceof ColumnChange.Comment);
        if (onlyComment) {
            state.apply(owner, alter);
            return;
        }
        flushBefore(alter.table(), alter.using());
        flushBefore(alter.table(), alter.fill());
        var waiting = rebuildOf(alter.table());
        var old = column(alter.table(), alter.column());
        state.apply(owner, alter);
        waiting.alter(alter, old, column(alter.table(), alter.column()));
    }

    private void renameIndex(Operation operation, TableName table, String name, String newName) {
        var index = table(table).index(name).orElseThrow(() -> new MisfitException("there is no index " + name));
        if (pending.contains(table)) {
            state.apply(owner, operation);
            return;
        }
        state.apply(owner, operation);
        sql(dropIndex(name));
        sql(SqliteSql.createIndex(table, index.named(newName)));
    }

    /** Generated names follow the table and its columns; SQLite cannot rename an index or a check. */
    private void renewNames(Table before, Table after) {
        var old = SqliteSql.indexes(before);
        var renewed = SqliteSql.indexes(after);
        for (int i = 0; i < old.size(); i++) {
            var name = old.get(i).nameIn(before.name());
            var index = renewed.get(i);
            if (!name.equals(index.nameIn(after.name()))) {
                sql("DROP INDEX IF EXISTS " + quote(name));
                sql(SqliteSql.createIndex(after.name(), index));
            }
        }
        if (!names(before.checks()).equals(names(after.checks()))) {
            rebuildOf(after.name());
        }
    }

    private static List<Optional<String>> names(List<CheckConstraint> checks) {
        return checks.stream().map(check -> Optional.ofNullable(check.name())).toList();
    }

    private static String dropIndex(String name) {
        return "DROP INDEX " + quote(name);
    }

    private void unlessPending(OnTable operation, String statement) {
        state.apply(owner, operation);
        if (!pending.contains(operation.table())) {
            sql(statement);
        }
    }

    private void rebuild(OnTable operation) {
        rebuildOf(operation.table());
        state.apply(owner, operation);
    }

    private PendingRebuild rebuildOf(TableName table) {
        return pending.of(table(table));
    }

    /** Custom SQL must see the row and other tables as earlier operations left them. */
    private void flushBefore(TableName table, @Nullable String sql) {
        if (sql == null) {
            return;
        }
        var waiting = pending.get(table);
        if (waiting != null && waiting.isOutdated(sql)) {
            pending.flush(table);
        }
        pending.flushMentioned(new SqlScript(sql, SqlSyntax.SQLITE), table);
    }

    private void sql(String statement) {
        steps.add(new Step.Sql(statement));
    }

    private Table table(TableName name) {
        return state.table(name).orElseThrow(() -> new MisfitException("there is no table " + name));
    }

    private Column column(TableName table, String column) {
        return table(table)
                .column(column)
                .orElseThrow(() -> new MisfitException("there is no column " + table + "." + column));
    }
}
