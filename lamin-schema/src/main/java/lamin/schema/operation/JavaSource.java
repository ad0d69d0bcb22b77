package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateCheckConstraint;
import lamin.schema.operation.Operation.CreateForeignKey;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateTable;
import lamin.schema.operation.Operation.CreateUniqueConstraint;
import lamin.schema.operation.Operation.DropColumn;
import lamin.schema.operation.Operation.DropConstraint;
import lamin.schema.operation.Operation.DropIndex;
import lamin.schema.operation.Operation.DropPrimaryKey;
import lamin.schema.operation.Operation.DropTable;
import lamin.schema.operation.Operation.Execute;
import lamin.schema.operation.Operation.Irreversible;
import lamin.schema.operation.Operation.RenameColumn;
import lamin.schema.operation.Operation.RenameConstraint;
import lamin.schema.operation.Operation.RenameIndex;
import lamin.schema.operation.Operation.RenameTable;
import lamin.schema.operation.Operation.Run;
import lamin.schema.operation.Operation.StateOnly;
import lamin.schema.operation.Operation.TableComment;
import org.jspecify.annotations.Nullable;

/** Writes operations as the Java of a migration script, one statement each; {@link Operations} reads it back. */
public final class JavaSource {
    private JavaSource() {}

    /** One statement, as a first call and the options that follow it. */
    private static final class Statement {
        private final List<String> calls = new ArrayList<>();

        Statement(String call, Object... arguments) {
            add(call, arguments);
        }

        Statement add(String call, Object... arguments) {
            calls.add(call + "("
                    + List.of(arguments).stream().map(JavaSource::argument).collect(Collectors.joining(", ")) + ")");
            return this;
        }

        /** Adds options to the call before, on the same line. */
        Statement option(boolean wanted, String call, Object... arguments) {
            if (wanted) {
                int last = calls.size() - 1;
                var option = new Statement(call, arguments).calls.getFirst();
                calls.set(last, calls.get(last) + "." + option);
            }
            return this;
        }
    }

    /** An argument that is Java already. */
    private record Code(String java) {}

    /** The statement of one operation; a {@code createTable} takes several lines. */
    public static String of(Operation operation, Owner owner) {
        var statement = statement(operation, owner);
        var separator = operation instanceof CreateTable ? "\n        ." : ".";
        return "op." + String.join(separator, statement.calls) + ";";
    }

    private static Statement statement(Operation operation, Owner owner) {
        return switch (operation) {
            case CreateTable(var definition) -> createTable(definition, owner);
            case DropTable(var table) -> inSchema(table, new Statement("dropTable", table.name()));
            case RenameTable rename -> renameTable(rename);
            case AddColumn(var table, var column, var fill) ->
                inSchema(
                        table,
                        columnOptions(
                                        column,
                                        new Statement("addColumn", table.name(), column.name(), type(column.type())))
                                .option(fill != null, "fill", text(fill)));
            case DropColumn(var table, var column) ->
                inSchema(table, new Statement("dropColumn", table.name(), column));
            case RenameColumn(var table, var column, var newName, var property) ->
                inSchema(
                        table,
                        new Statement("alterColumn", table.name(), column)
                                .option(true, "newName", newName)
                                .option(property != null, "property", text(property)));
            case AlterColumn alter -> inSchema(alter.table(), alterColumn(alter));
            case CreatePrimaryKey(var table, var key) ->
                inSchema(table, new Statement("createPrimaryKey", with(table.name(), key.columns())));
            case DropPrimaryKey(var table) -> inSchema(table, new Statement("dropPrimaryKey", table.name()));
            case CreateForeignKey(var table, var key) ->
                inSchema(
                        table,
                        foreignKeyOptions(key, new Statement("createForeignKey", with(table.name(), key.columns()))));
            case CreateUniqueConstraint(var table, var unique) ->
                inSchema(
                        table,
                        new Statement("createUniqueConstraint", with(table.name(), unique.columns()))
                                .option(unique.name() != null, "name", text(unique.name())));
            case CreateCheckConstraint(var table, var check) ->
                inSchema(
                        table,
                        new Statement("createCheckConstraint", table.name(), check.expression())
                                .option(check.name() != null, "name", text(check.name())));
            case DropConstraint(var table, var name) ->
                inSchema(table, new Statement("dropConstraint", table.name(), name));
            case RenameConstraint(var table, var name, var newName) ->
                inSchema(table, new Statement("renameConstraint", table.name(), name, newName));
            case CreateIndex(var table, var index, var concurrently) ->
                inSchema(
                        table,
                        indexOptions(index, new Statement("createIndex", with(table.name(), spellings(index))))
                                .option(concurrently, "concurrently"));
            case DropIndex(var table, var name) -> inSchema(table, new Statement("dropIndex", table.name(), name));
            case RenameIndex(var table, var name, var newName) ->
                inSchema(table, new Statement("renameIndex", table.name(), name, newName));
            case TableComment(var table, var comment) ->
                inSchema(table, new Statement("tableComment", table.name(), text(comment)));
            case Execute(var sqlite, var postgresql) ->
                sqlite.equals(postgresql)
                        ? new Statement("execute", sqlite)
                        : new Statement("execute", sqlite, postgresql);
            case Run(var step) -> new Statement("run", new Code(step.getCanonicalName() + ".class"));
            case Irreversible(var reason) -> new Statement("irreversible", reason);
            case StateOnly(var change) -> stateOnly(change, owner);
        };
    }

    private static Statement createTable(Table table, Owner owner) {
        var name = table.name();
        var statement = new Statement("createTable", name.name());
        inSchema(name, statement);
        statement.option(!table.isOfEntity(owner.impliedEntity(name)), "entity", table.entity());
        table.columns()
                .forEach(column -> columnOptions(column, statement.add("column", column.name(), type(column.type()))));
        if (table.primaryKey() != null) {
            statement.add("primaryKey", table.primaryKey().columns().toArray());
        }
        table.foreignKeys()
                .forEach(key -> foreignKeyOptions(
                        key, statement.add("foreignKey", key.columns().toArray())));
        for (var unique : table.uniques()) {
            var named = unique.name();
            statement.add(
                    named == null ? "unique" : "uniqueNamed",
                    named == null ? unique.columns().toArray() : with(named, unique.columns()));
        }
        for (var check : table.checks()) {
            var named = check.name();
            statement.add(
                    named == null ? "check" : "checkNamed",
                    named == null ? new Object[] {check.expression()} : new Object[] {named, check.expression()});
        }
        table.indexes()
                .forEach(index -> indexOptions(
                        index, statement.add("index", spellings(index).toArray())));
        if (table.comment() != null) {
            statement.add("tableComment", table.comment());
        }
        return statement;
    }

    private static Statement renameTable(RenameTable rename) {
        var from = rename.table();
        var to = rename.newName();
        var moved = !Objects.equals(from.schema(), to.schema());
        return inSchema(from, new Statement("renameTable", from.name(), to.name()))
                .option(moved, "newSchema", text(to.schema()))
                .option(rename.entity() != null, "entity", text(rename.entity()));
    }

    private static Statement alterColumn(AlterColumn alter) {
        var statement = new Statement("alterColumn", alter.table().name(), alter.column());
        for (var change : alter.changes()) {
            switch (change) {
                case ColumnChange.Type(var type) -> statement.option(true, "type", type(type));
                case ColumnChange.Nullability(var nullable) -> statement.option(true, "nullable", nullable);
                case ColumnChange.Default(var value) -> {
                    if (value == null) {
                        statement.option(true, "noDefault");
                    } else {
                        defaultOption(value, statement);
                    }
                }
                case ColumnChange.Collation(var collation) -> statement.option(true, "collation", text(collation));
                case ColumnChange.Comment(var comment) -> statement.option(true, "comment", text(comment));
            }
        }
        return statement
                .option(alter.using() != null, "using", text(alter.using()))
                .option(alter.fill() != null, "fill", text(alter.fill()));
    }

    private static Statement columnOptions(Column column, Statement statement) {
        statement
                .option(!column.property().equals(column.name()), "property", column.property())
                .option(column.identity(), "identity")
                .option(!column.nullable() && !column.identity(), "notNull");
        if (column.defaultValue() != null) {
            defaultOption(column.defaultValue(), statement);
        }
        return statement
                .option(column.generatedAs() != null, "generatedAs", text(column.generatedAs()))
                .option(column.collation() != null, "collation", text(column.collation()))
                .option(column.comment() != null, "comment", text(column.comment()));
    }

    private static Statement defaultOption(DefaultValue value, Statement statement) {
        return switch (value) {
            case DefaultValue.Text(var text) -> statement.option(true, "defaultValue", text);
            case DefaultValue.Bool(var bool) -> statement.option(true, "defaultValue", bool);
            case DefaultValue.Numeric(var number) ->
                number.scale() <= 0 && number.precision() < 19
                        ? statement.option(true, "defaultValue", number.longValueExact())
                        : statement.option(true, "defaultSql", number.toPlainString(), number.toPlainString());
            case DefaultValue.Now ignored -> statement.option(true, "defaultNow");
            case DefaultValue.Sql(var sqlite, var postgresql) ->
                statement.option(true, "defaultSql", sqlite, postgresql);
        };
    }

    private static Statement foreignKeyOptions(ForeignKey key, Statement statement) {
        var target = key.target();
        var pointed = key.targetColumns().equals(List.of("id")) ? List.<String>of() : key.targetColumns();
        return statement
                .option(true, "references", with(target.name(), pointed))
                .option(target.schema() != null, "targetSchema", text(target.schema()))
                .option(key.name() != null, "name", text(key.name()))
                .option(
                        key.onDelete() != OnDelete.NO_ACTION,
                        "onDelete",
                        new Code("OnDelete." + key.onDelete().name()))
                .option(key.deferrable(), "deferrable");
    }

    private static Statement indexOptions(Index index, Statement statement) {
        return statement
                .option(index.name() != null, "name", text(index.name()))
                .option(index.unique(), "unique")
                .option(index.where() != null, "where", text(index.where()));
    }

    private static Statement stateOnly(StateChange change, Owner owner) {
        return switch (change) {
            case StateChange.Entity(var table, var entity) ->
                new Statement("stateOnly").option(true, "entity", inSchema(table, table.name(), entity));
            case StateChange.Property(var table, var column, var property) ->
                new Statement("stateOnly").option(true, "property", inSchema(table, table.name(), column, property));
            case StateChange.Applied(var operation) ->
                new Statement("stateOnly").option(true, "applied", new Code("op2 -> " + applied(operation, owner)));
        };
    }

    private static String applied(Operation operation, Owner owner) {
        var java = of(operation, owner);
        return "op2." + java.substring("op.".length(), java.length() - 1);
    }

    private static Object[] inSchema(TableName table, Object... arguments) {
        return table.schema() == null ? arguments : with(table.schema(), List.of(arguments));
    }

    private static Statement inSchema(TableName table, Statement statement) {
        return statement.option(table.schema() != null, "schema", text(table.schema()));
    }

    private static List<String> spellings(Index index) {
        return index.keys().stream().map(Index.Key::spelling).toList();
    }

    private static Object[] with(Object first, List<?> others) {
        var all = new ArrayList<Object>();
        all.add(first);
        all.addAll(others);
        return all.toArray();
    }

    /** Java's spelling of a value that may be missing. */
    private static Object text(@Nullable String text) {
        return text == null ? new Code("null") : text;
    }

    private static String argument(Object argument) {
        return switch (argument) {
            case Code(var java) -> java;
            case String text -> literal(text);
            default -> String.valueOf(argument);
        };
    }

    private static Code type(ColumnType type) {
        return new Code(
                switch (type) {
                    case ColumnType.Bool ignored -> "bool()";
                    case ColumnType.Int16 ignored -> "int16()";
                    case ColumnType.Int32 ignored -> "int32()";
                    case ColumnType.Int64 ignored -> "int64()";
                    case ColumnType.Decimal(var precision, var scale) -> "decimal(" + precision + ", " + scale + ")";
                    case ColumnType.Float32 ignored -> "float32()";
                    case ColumnType.Float64 ignored -> "float64()";
                    case ColumnType.VarChar(var length) -> "string(" + length + ")";
                    case ColumnType.Text ignored -> "text()";
                    case ColumnType.Bytes ignored -> "bytes()";
                    case ColumnType.Date ignored -> "date()";
                    case ColumnType.Time ignored -> "time()";
                    case ColumnType.Timestamp ignored -> "timestamp()";
                    case ColumnType.TimestampTz ignored -> "timestamptz()";
                    case ColumnType.Uuid ignored -> "uuid()";
                    case ColumnType.Json ignored -> "json()";
                    case ColumnType.Other(var sql) -> "new ColumnType.Other(" + literal(sql) + ")";
                });
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
                default -> java.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return java.append('"').toString();
    }
}
