package lamin.schema.internal.checksum;

import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.ChangeRows;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreateForeignKey;
import lamin.schema.internal.operation.Operation.CreateIndex;
import lamin.schema.internal.operation.Operation.CreatePrimaryKey;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.OnSequence;
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.operation.RowChange;
import lamin.schema.internal.operation.RowChange.ColumnValue;
import lamin.schema.internal.operation.SequenceChange;
import lamin.schema.internal.operation.StateChange;
import lamin.schema.model.Owner;
import lamin.schema.model.Sequence.NumberedColumn;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Writes operations as JSON objects. All words are literals here and must never change, because they are in the
 * checksums of released scripts. A new member is omitted when it has its default value, so that checksums of older
 * scripts stay valid.
 */
final class OperationWriter {
    private final StringBuilder out;
    private final Owner owner;
    private final TableWriter tables;

    OperationWriter(StringBuilder out, Owner owner) {
        this.out = out;
        this.owner = owner;
        this.tables = new TableWriter(out);
    }

    void write(Operation operation) {
        switch (operation) {
            case OnTable change -> onTable(change);
            case OnSequence change -> onSequence(change);
            case ChangeRows(var table, var change) -> rows(table, change);
            case Execute(var sql) ->
                op("execute").value("sql", sql, tables::sql).close();
            case Run(var step) -> op("run").text("step", nameOf(step)).close();
            case Irreversible(var reason) ->
                op("irreversible").text("reason", reason).close();
            case StateOnly(var change) -> stateOnly(change);
        }
    }

    private JsonObject op(String word) {
        return JsonObject.open(out).text("op", word);
    }

    private JsonObject op(String word, TableName table) {
        return op(word).value("table", table, tables::name);
    }

    /** A script is renamed at release, so its name is omitted from the name of a class inside it. */
    private static String nameOf(Class<?> step) {
        return step.isMemberClass() ? step.getSimpleName() : step.getName();
    }

    private void onTable(OnTable operation) {
        switch (operation) {
            case CreateTable(var table) -> createTable(table);
            case DropTable(var table) -> op("dropTable", table).close();
            case RenameTable rename ->
                op("renameTable", rename.table())
                        .value("to", rename.newName(), tables::name)
                        .given("entity", rename.entity())
                        .close();
            case AddColumn(var table, var column, var fill) ->
                op("addColumn", table)
                        .value("column", column, tables::column)
                        .given("fill", fill)
                        .close();
            case DropColumn(var table, var column) ->
                op("dropColumn", table).text("column", column).close();
            case RenameColumn(var table, var column, var newName, var property) ->
                op("renameColumn", table)
                        .text("column", column)
                        .text("to", newName)
                        .given("property", property)
                        .close();
            case AlterColumn alter ->
                op("alterColumn", alter.table())
                        .text("column", alter.column())
                        .list("changes", alter.changes(), this::change)
                        .given("using", alter.using())
                        .given("fill", alter.fill())
                        .close();
            case CreatePrimaryKey(var table, var key) ->
                op("createPrimaryKey", table)
                        .value("primaryKey", key, tables::primaryKey)
                        .close();
            case DropPrimaryKey(var table) -> op("dropPrimaryKey", table).close();
            case CreateForeignKey(var table, var key) ->
                op("createForeignKey", table)
                        .value("foreignKey", key, tables::foreignKey)
                        .close();
            case CreateUniqueConstraint(var table, var unique) ->
                op("createUniqueConstraint", table)
                        .value("unique", unique, tables::unique)
                        .close();
            case CreateCheckConstraint(var table, var check) ->
                op("createCheckConstraint", table)
                        .value("check", check, tables::check)
                        .close();
            case DropConstraint(var table, var name) ->
                op("dropConstraint", table).text("constraint", name).close();
            case RenameConstraint(var table, var name, var newName) ->
                op("renameConstraint", table)
                        .text("constraint", name)
                        .text("to", newName)
                        .close();
            case CreateIndex(var table, var index, var concurrently) ->
                op("createIndex", table)
                        .value("index", index, tables::index)
                        .flag("concurrently", concurrently)
                        .close();
            case DropIndex(var table, var name) ->
                op("dropIndex", table).text("index", name).close();
            case RenameIndex(var table, var name, var newName) ->
                op("renameIndex", table).text("index", name).text("to", newName).close();
            case TableComment(var table, var comment) ->
                op("tableComment", table).textOrNull("comment", comment).close();
        }
    }

    private void onSequence(OnSequence operation) {
        switch (operation) {
            case CreateSequence(var sequence) -> {
                var object = op("createSequence").value("sequence", sequence.name(), tables::name);
                if (sequence.start() != 1) {
                    object.number("start", sequence.start());
                }
                if (sequence.increment() != 1) {
                    object.number("increment", sequence.increment());
                }
                object.list("numbers", sequence.numbers(), this::numbered).close();
            }
            case DropSequence(var sequence) ->
                op("dropSequence").value("sequence", sequence, tables::name).close();
            case RenameSequence(var sequence, var newName) ->
                op("renameSequence")
                        .value("sequence", sequence, tables::name)
                        .text("to", newName)
                        .close();
            case AlterSequence(var sequence, var changes) ->
                op("alterSequence")
                        .value("sequence", sequence, tables::name)
                        .list("changes", changes, this::change)
                        .close();
        }
    }

    private void change(SequenceChange change) {
        var object = JsonObject.open(out);
        switch (change) {
            case SequenceChange.Increment(int increment) -> object.number("increment", increment);
            case SequenceChange.Start(long start) -> object.number("start", start);
            case SequenceChange.Numbers(var columns) -> object.list("numbers", columns, this::numbered);
        }
        object.close();
    }

    private void numbered(NumberedColumn numbered) {
        JsonObject.open(out)
                .value("table", numbered.table(), tables::name)
                .text("column", numbered.column())
                .close();
    }

    private void createTable(Table table) {
        var object = op("createTable", table.name());
        if (!table.isOfEntity(owner.impliedEntity(table.name()))) {
            object.text("entity", table.entity());
        }
        object.list("columns", table.columns(), tables::column);
        if (table.primaryKey() != null) {
            object.value("primaryKey", table.primaryKey(), tables::primaryKey);
        }
        object.list("foreignKeys", table.foreignKeys(), tables::foreignKey)
                .list("uniques", table.uniques(), tables::unique)
                .list("checks", table.checks(), tables::check)
                .list("indexes", table.indexes(), tables::index)
                .given("comment", table.comment())
                .close();
    }

    private void change(ColumnChange change) {
        var object = JsonObject.open(out);
        switch (change) {
            case ColumnChange.Type(var type) -> object.value("type", type, tables::type);
            case ColumnChange.Nullability(boolean nullable) -> object.bool("nullable", nullable);
            case ColumnChange.Default(var value) -> tables.valueOrNull(object, "default", value);
            case ColumnChange.Collation(var collation) -> object.textOrNull("collation", collation);
            case ColumnChange.Comment(var comment) -> object.textOrNull("comment", comment);
            case ColumnChange.Identity(boolean identity) -> object.bool("identity", identity);
        }
        object.close();
    }

    private void rows(TableName table, RowChange change) {
        switch (change) {
            case RowChange.Insert(var values) ->
                op("insertInto", table).list("values", values, this::value).close();
            case RowChange.Update(var values, var where) ->
                op("update", table)
                        .list("values", values, this::value)
                        .text("where", where)
                        .close();
            case RowChange.Delete(var where) ->
                op("deleteFrom", table).text("where", where).close();
        }
    }

    private void value(ColumnValue given) {
        var object = JsonObject.open(out).text("column", given.column());
        tables.valueOrNull(object, "value", given.value());
        object.close();
    }

    private void stateOnly(StateChange change) {
        switch (change) {
            case StateChange.Entity(var table, var entity) ->
                op("stateOnly", table).text("entity", entity).close();
            case StateChange.Property(var table, var column, var property) ->
                op("stateOnly", table)
                        .text("column", column)
                        .text("property", property)
                        .close();
            case StateChange.Applied(var applied) ->
                op("stateOnly").value("applied", applied, this::write).close();
        }
    }
}
