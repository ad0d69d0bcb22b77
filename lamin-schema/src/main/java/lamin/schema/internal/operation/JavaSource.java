package lamin.schema.internal.operation;

import java.util.List;
import java.util.Objects;
import lamin.schema.internal.operation.JavaStatement.Code;
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
import lamin.schema.model.Owner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations as Java statements of a migration script, one per operation; {@link Operations} reads them back.
 */
public final class JavaSource {
    private final Owner owner;

    private JavaSource(Owner owner) {
        this.owner = owner;
    }

    /** The statement of one operation; a {@code createTable} takes several lines. */
    public static String of(Operation operation, Owner owner) {
        return "op." + new JavaSource(owner).statement(operation) + ";";
    }

    private JavaStatement statement(Operation operation) {
        return switch (operation) {
            case OnTable change ->
                onTable(change).onFirstLine("schema", change.table().schema());
            case OnSequence change ->
                onSequence(change).onFirstLine("schema", change.sequence().schema());
            case ChangeRows(var table, var change) -> rows(table, change).onFirstLine("schema", table.schema());
            case Execute(var sql) -> JavaStatement.of("execute", JavaOptions.sql(sql));
            case Run(var step) -> JavaStatement.of("run", new Code(step.getCanonicalName() + ".class"));
            case Irreversible(var reason) -> JavaStatement.of("irreversible", reason);
            case StateOnly(var change) -> stateOnly(change);
        };
    }

    /** The statement without the database schema of the table. */
    private JavaStatement onTable(OnTable operation) {
        var name = operation.table().name();
        return switch (operation) {
            case CreateTable(var table) -> createTable(table);
            case DropTable ignored -> JavaStatement.of("dropTable", name);
            case RenameTable rename -> renameTable(rename);
            case AddColumn(var ignored, var column, var fill) ->
                JavaOptions.column(
                                column,
                                JavaStatement.of("addColumn", name, column.name(), JavaOptions.type(column.type())))
                        .thenGiven("fill", fill);
            case DropColumn(var ignored, var column) -> JavaStatement.of("dropColumn", name, column);
            case RenameColumn(var ignored, var column, var newName, var property) ->
                JavaStatement.of("alterColumn", name, column)
                        .then("newName", newName)
                        .thenGiven("property", property);
            case AlterColumn alter -> alterColumn(alter);
            case CreatePrimaryKey(var ignored, var key) ->
                JavaStatement.of("createPrimaryKey", name, key.columns()).thenGiven("name", key.name());
            case DropPrimaryKey ignored -> JavaStatement.of("dropPrimaryKey", name);
            case CreateForeignKey(var ignored, var key) ->
                JavaOptions.foreignKey(key, JavaStatement.of("createForeignKey", name, key.columns()));
            case CreateUniqueConstraint(var ignored, var unique) ->
                JavaStatement.of("createUniqueConstraint", name, unique.columns())
                        .thenGiven("name", unique.name());
            case CreateCheckConstraint(var ignored, var check) ->
                JavaStatement.of("createCheckConstraint", name, check.expression())
                        .thenGiven("name", check.name());
            case DropConstraint(var ignored, var constraint) -> JavaStatement.of("dropConstraint", name, constraint);
            case RenameConstraint(var ignored, var constraint, var newName) ->
                JavaStatement.of("renameConstraint", name, constraint, newName);
            case CreateIndex(var ignored, var index, var concurrently) ->
                JavaOptions.index(index, JavaStatement.of("createIndex", name, JavaOptions.keys(index)))
                        .thenIf(concurrently, "concurrently");
            case DropIndex(var ignored, var index) -> JavaStatement.of("dropIndex", name, index);
            case RenameIndex(var ignored, var index, var newName) ->
                JavaStatement.of("renameIndex", name, index, newName);
            case TableComment(var ignored, var comment) ->
                JavaStatement.of("tableComment", name, JavaOptions.text(comment));
        };
    }

    /** The statement without the database schema of the sequence. */
    private static JavaStatement onSequence(OnSequence operation) {
        var name = operation.sequence().name();
        return switch (operation) {
            case CreateSequence(var sequence) ->
                JavaOptions.numbers(
                        sequence.numbers(),
                        JavaStatement.of("createSequence", name)
                                .thenIf(sequence.start() != 1, "startWith", JavaOptions.number(sequence.start()))
                                .thenIf(sequence.increment() != 1, "incrementBy", sequence.increment()));
            case DropSequence ignored -> JavaStatement.of("dropSequence", name);
            case RenameSequence(var ignored, var newName) -> JavaStatement.of("renameSequence", name, newName);
            case AlterSequence(var ignored, var changes) -> {
                var statement = JavaStatement.of("alterSequence", name);
                changes.forEach(change -> JavaOptions.change(change, statement));
                yield statement;
            }
        };
    }

    private static JavaStatement rows(TableName table, RowChange change) {
        return switch (change) {
            case RowChange.Insert(var values) ->
                JavaOptions.values(values, JavaStatement.of("insertInto", table.name()));
            case RowChange.Update(var values, var where) ->
                JavaOptions.values(values, JavaStatement.of("update", table.name()))
                        .then("where", where);
            case RowChange.Delete(var where) ->
                JavaStatement.of("deleteFrom", table.name()).then("where", where);
        };
    }

    private JavaStatement createTable(Table table) {
        var name = table.name();
        var statement = JavaStatement.of("createTable", name.name())
                .thenIf(!table.isOfEntity(owner.impliedEntity(name)), "entity", table.entity());
        for (var column : table.columns()) {
            JavaOptions.column(column, statement.onNewLine("column", column.name(), JavaOptions.type(column.type())));
        }
        var primaryKey = table.primaryKey();
        if (primaryKey != null) {
            part("primaryKey", primaryKey.name(), primaryKey.columns(), statement);
        }
        table.foreignKeys()
                .forEach(key -> JavaOptions.foreignKey(key, statement.onNewLine("foreignKey", key.columns())));
        table.uniques().forEach(unique -> part("unique", unique.name(), unique.columns(), statement));
        table.checks()
                .forEach(check ->
                        part("check", check.name(), List.of(check.expression().text()), statement));
        table.indexes()
                .forEach(index -> JavaOptions.index(index, statement.onNewLine("index", JavaOptions.keys(index))));
        if (table.comment() != null) {
            statement.onNewLine("tableComment", table.comment());
        }
        return statement;
    }

    private static void part(String method, @Nullable String name, List<String> arguments, JavaStatement statement) {
        if (name == null) {
            statement.onNewLine(method, arguments);
        } else {
            statement.onNewLine(method + "Named", name, arguments);
        }
    }

    private static JavaStatement renameTable(RenameTable rename) {
        var from = rename.table();
        var to = rename.newName();
        return JavaStatement.of("renameTable", from.name(), to.name())
                .thenIf(!Objects.equals(from.schema(), to.schema()), "newSchema", JavaOptions.text(to.schema()))
                .thenGiven("entity", rename.entity());
    }

    private static JavaStatement alterColumn(AlterColumn alter) {
        var statement = JavaStatement.of("alterColumn", alter.table().name(), alter.column());
        alter.changes().forEach(change -> JavaOptions.change(change, statement));
        return statement.thenGiven("using", alter.using()).thenGiven("fill", alter.fill());
    }

    private JavaStatement stateOnly(StateChange change) {
        return switch (change) {
            case StateChange.Entity(var table, var entity) ->
                JavaStatement.of("stateOnly").then("entity", qualified(table), entity);
            case StateChange.Property(var table, var column, var property) ->
                JavaStatement.of("stateOnly").then("property", qualified(table), column, property);
            case StateChange.Applied(var operation) ->
                JavaStatement.of("stateOnly").then("applied", new Code("op2 -> op2." + statement(operation)));
        };
    }

    private static List<String> qualified(TableName table) {
        return table.schema() == null ? List.of(table.name()) : List.of(table.schema(), table.name());
    }

    /** A Java string literal, ASCII only. */
    static String literal(String text) {
        var java = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> java.append("\\\"");
                case '\\' -> java.append("\\\\");
                case '\n' -> java.append("\\n");
                case '\t' -> java.append("\\t");
                case '\r' -> java.append("\\r");
                default -> java.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return java.append('"').toString();
    }
}
