package lamin.schema.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/** Formats operations as Alembic calls, for readers who know Alembic; one line each. */
public final class AlembicSource {
    private static final RowSql ROWS = new RowSql(AlembicSource::literal);

    /** A type that SQLAlchemy has no name for, to be put behind the call. */
    private static final Pattern TYPE_NOTE = Pattern.compile("\u0001([^\u0002]*)\u0002");

    private AlembicSource() {}

    public static String of(Operation operation) {
        var notes = new ArrayList<String>();
        var call = TYPE_NOTE.matcher(callOf(operation)).replaceAll(match -> {
            notes.add("type " + match.group(1));
            return "";
        });
        if (operation instanceof AddColumn(var ignored, var column, var fill) && fill != null) {
            notes.add(column.name() + " of existing rows is " + fill);
        }
        if (operation instanceof DropPrimaryKey) {
            notes.add("or the name that the key was given");
        }
        return call + (notes.isEmpty() ? "" : "  # " + String.join("; ", notes).replaceAll("\\s+", " "));
    }

    private static String callOf(Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> createTable(table);
            case DropTable(var table) -> call("drop_table", table, text(table.name()));
            case RenameTable rename ->
                call(
                        "rename_table",
                        rename.table(),
                        text(rename.table().name()),
                        text(rename.newName().name()));
            case AddColumn(var table, var column, var ignored) ->
                call("add_column", table, text(table.name()), column(column));
            case DropColumn(var table, var column) -> call("drop_column", table, text(table.name()), text(column));
            case RenameColumn rename ->
                call(
                        "alter_column",
                        rename.table(),
                        text(rename.table().name()),
                        "column_name=" + text(rename.column()),
                        "new_column_name=" + text(rename.newName()));
            case AlterColumn alter -> alterColumn(alter);
            case CreatePrimaryKey(var table, var key) ->
                call("create_primary_key", table, text(key.nameIn(table)), text(table.name()), list(key.columns()));
            case DropPrimaryKey(var table) ->
                call("drop_constraint", table, text(table.name() + "_pkey"), text(table.name()), "type_=\"primary\"");
            case CreateForeignKey(var table, var key) -> createForeignKey(table, key);
            case CreateUniqueConstraint(var table, var unique) ->
                call(
                        "create_unique_constraint",
                        table,
                        text(unique.nameIn(table)),
                        text(table.name()),
                        list(unique.columns()));
            case CreateCheckConstraint(var table, var check) ->
                call(
                        "create_check_constraint",
                        table,
                        text(check.nameIn(table)),
                        text(table.name()),
                        text(check.expression().text()));
            case DropConstraint(var table, var name) -> call("drop_constraint", table, text(name), text(table.name()));
            case RenameConstraint(var table, var name, var newName) ->
                execute("ALTER TABLE " + table + " RENAME CONSTRAINT " + name + " TO " + newName);
            case CreateIndex(var table, var index, var concurrently) -> createIndex(table, index, concurrently);
            case DropIndex(var table, var name) ->
                call("drop_index", table, text(name), "table_name=" + text(table.name()));
            case RenameIndex(var table, var name, var newName) ->
                execute("ALTER INDEX " + table.renamed(name) + " RENAME TO " + newName);
            case TableComment(var table, var comment) ->
                comment == null
                        ? call("drop_table_comment", table, text(table.name()))
                        : call("create_table_comment", table, text(table.name()), text(comment));
            case CreateSequence(var sequence) ->
                "op.execute(sa.schema.CreateSequence("
                        + sequence(sequence.name(), "start=" + sequence.start(), "increment=" + sequence.increment())
                        + "))";
            case DropSequence(var sequence) -> "op.execute(sa.schema.DropSequence(" + sequence(sequence) + "))";
            case RenameSequence(var sequence, var newName) ->
                execute("ALTER SEQUENCE " + sequence + " RENAME TO " + newName);
            case AlterSequence(var sequence, var changes) -> alterSequence(sequence, changes);
            case ChangeRows rows -> execute(ROWS.of(rows.table().toString(), rows.change()));
            case Execute(var sql) -> sqlOf(sql).map(AlembicSource::execute).orElse("pass  # nothing on PostgreSQL");
            case Run(var step) -> "raise NotImplementedError(" + text("step " + step.getSimpleName()) + ")";
            case StateOnly ignored -> "pass  # nothing changes in the database";
            case Irreversible(var reason) -> "raise NotImplementedError(" + text(reason) + ")";
        };
    }

    private static String sequence(TableName name, String... options) {
        return "sa.Sequence"
                + inSchema(
                        name,
                        Stream.concat(Stream.of(text(name.name())), Stream.of(options))
                                .toList());
    }

    private static String alterSequence(TableName sequence, List<SequenceChange> changes) {
        var options = changes.stream()
                .flatMap(change -> switch (change) {
                    case SequenceChange.Increment(var increment) -> Stream.of(" INCREMENT BY " + increment);
                    case SequenceChange.Start(var start) -> Stream.of(" START WITH " + start);
                    case SequenceChange.Numbers ignored -> Stream.<String>empty();
                })
                .collect(Collectors.joining());
        return options.isEmpty()
                ? "pass  # the columns that the sequence numbers are not known to the database"
                : execute("ALTER SEQUENCE " + sequence + options);
    }

    private static String createTable(Table table) {
        var parts = new ArrayList<String>();
        parts.add(text(table.name().name()));
        table.columns().forEach(column -> parts.add(column(column)));
        table.constraints()
                .map(constraint -> constraint(table.name(), constraint))
                .forEach(parts::add);
        return call("create_table", table.name(), parts.toArray(String[]::new));
    }

    private static String alterColumn(AlterColumn alter) {
        var parts = new ArrayList<String>();
        parts.add(text(alter.table().name()));
        parts.add("column_name=" + text(alter.column()));
        for (var change : alter.changes()) {
            parts.add(
                    switch (change) {
                        case ColumnChange.Type(var type) -> "type_=" + type(type);
                        case ColumnChange.Nullability(var nullable) -> "nullable=" + bool(nullable);
                        case ColumnChange.Default(var value) ->
                            "server_default=" + (value == null ? "None" : defaultValue(value));
                        case ColumnChange.Collation(var collation) -> "collation=" + nullable(collation);
                        case ColumnChange.Comment(var comment) -> "comment=" + nullable(comment);
                        case ColumnChange.Identity(var identity) ->
                            "server_default=" + (identity ? "sa.Identity()" : "None");
                    });
        }
        if (alter.using() != null) {
            parts.add("postgresql_using=" + text(alter.using()));
        }
        return call("alter_column", alter.table(), parts.toArray(String[]::new));
    }

    private static String createForeignKey(TableName table, ForeignKey key) {
        var parts = new ArrayList<>(List.of(
                text(key.nameIn(table)),
                text(table.name()),
                text(key.target().name()),
                list(key.columns()),
                list(key.targetColumns())));
        if (table.schema() != null) {
            parts.add("source_schema=" + text(table.schema()));
        }
        if (key.target().schema() != null) {
            parts.add("referent_schema=" + text(key.target().schema()));
        }
        parts.addAll(keyOptions(key));
        return "op.create_foreign_key(" + String.join(", ", parts) + ")";
    }

    private static List<String> keyOptions(ForeignKey key) {
        var options = new ArrayList<String>();
        if (key.onDelete() != OnDelete.NO_ACTION) {
            options.add("ondelete=" + text(key.onDelete().sql()));
        }
        if (key.deferrable()) {
            options.add("deferrable=True");
            options.add("initially=\"DEFERRED\"");
        }
        return options;
    }

    private static String createIndex(TableName table, Index index, boolean concurrently) {
        var keys = index.keys().stream()
                .map(key -> key.isExpression() || key.descending()
                        ? "sa.text(" + text(key.spelling()) + ")"
                        : text(key.text()))
                .collect(Collectors.joining(", ", "[", "]"));
        var parts = new ArrayList<>(List.of(text(index.nameIn(table)), text(table.name()), keys));
        parts.add("unique=" + bool(index.unique()));
        if (index.where() != null) {
            parts.add("postgresql_where=sa.text(" + text(index.where().text()) + ")");
            parts.add("sqlite_where=sa.text(" + text(index.where().text()) + ")");
        }
        if (concurrently) {
            parts.add("postgresql_concurrently=True");
        }
        return call("create_index", table, parts.toArray(String[]::new));
    }

    private static String constraint(TableName table, Constraint constraint) {
        var name = "name=" + text(constraint.nameIn(table));
        return switch (constraint) {
            case PrimaryKey key -> "sa.PrimaryKeyConstraint(" + names(key.columns()) + ", " + name + ")";
            case UniqueConstraint unique -> "sa.UniqueConstraint(" + names(unique.columns()) + ", " + name + ")";
            case CheckConstraint check ->
                "sa.CheckConstraint(" + text(check.expression().text()) + ", " + name + ")";
            case ForeignKey key -> {
                var targets = key.targetColumns().stream()
                        .map(column -> key.target() + "." + column)
                        .toList();
                var options = new ArrayList<>(List.of(list(key.columns()), list(targets), name));
                options.addAll(keyOptions(key));
                yield "sa.ForeignKeyConstraint(" + String.join(", ", options) + ")";
            }
        };
    }

    private static String column(Column column) {
        var parts = new ArrayList<>(List.of(text(column.name()), type(column.type())));
        if (column.identity()) {
            parts.add("sa.Identity()");
        }
        if (column.generatedAs() != null) {
            parts.add("sa.Computed(" + text(column.generatedAs().text()) + ", persisted=True)");
        }
        if (column.defaultValue() != null) {
            parts.add("server_default=" + defaultValue(column.defaultValue()));
        }
        parts.add("nullable=" + bool(column.nullable()));
        if (column.comment() != null) {
            parts.add("comment=" + text(column.comment()));
        }
        return "sa.Column(" + String.join(", ", parts) + ")";
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Bool ignored -> "sa.Boolean()";
            case ColumnType.Int16 ignored -> "sa.SmallInteger()";
            case ColumnType.Int32 ignored -> "sa.Integer()";
            case ColumnType.Int64 ignored -> "sa.BigInteger()";
            case ColumnType.Decimal(var precision, var scale) -> "sa.Numeric(" + precision + ", " + scale + ")";
            case ColumnType.Float32 ignored -> "sa.REAL()";
            case ColumnType.Float64 ignored -> "sa.Double()";
            case ColumnType.VarChar(var length) -> "sa.String(length=" + length + ")";
            case ColumnType.Text ignored -> "sa.Text()";
            case ColumnType.Bytes ignored -> "sa.LargeBinary()";
            case ColumnType.Date ignored -> "sa.Date()";
            case ColumnType.Time ignored -> "sa.Time()";
            case ColumnType.Timestamp ignored -> "sa.DateTime()";
            case ColumnType.TimestampTz ignored -> "sa.DateTime(timezone=True)";
            case ColumnType.Uuid ignored -> "sa.Uuid()";
            case ColumnType.Json ignored -> "sa.JSON()";
            case ColumnType.Other(var sql) ->
                "sa.types.NullType()" + "\u0001"
                        + sql.on(DatabaseSql.POSTGRESQL).orElse(sql.toString()) + "\u0002";
        };
    }

    private static String defaultValue(DefaultValue value) {
        return switch (value) {
            case DefaultValue.Text(var literal) -> text(literal);
            case DefaultValue.Now ignored -> "sa.func.now()";
            case DefaultValue.Bool ignored -> "sa.text(" + text(value.display()) + ")";
            case DefaultValue.Numeric ignored -> "sa.text(" + text(value.display()) + ")";
            case DefaultValue.Sql ignored -> "sa.text(" + text(literal(value)) + ")";
        };
    }

    private static String literal(DefaultValue value) {
        return value instanceof DefaultValue.Sql(var sql) ? sqlOf(sql).orElse("NULL") : value.display();
    }

    /** SQL is shown for PostgreSQL. */
    private static Optional<String> sqlOf(DatabaseSql sql) {
        return sql.on(DatabaseSql.POSTGRESQL).filter(text -> !text.isEmpty());
    }

    private static String call(String function, TableName table, String... arguments) {
        return "op." + function + inSchema(table, List.of(arguments));
    }

    private static String inSchema(TableName object, List<String> arguments) {
        var schema = object.schema() == null ? "" : ", schema=" + text(object.schema());
        return "(" + String.join(", ", arguments) + schema + ")";
    }

    private static String execute(String sql) {
        return "op.execute(" + text(sql) + ")";
    }

    private static String list(List<String> names) {
        return "[" + names(names) + "]";
    }

    private static String names(List<String> names) {
        return names.stream().map(AlembicSource::text).collect(Collectors.joining(", "));
    }

    private static String nullable(@Nullable String text) {
        return text == null ? "None" : text(text);
    }

    private static String bool(boolean value) {
        return value ? "True" : "False";
    }

    /** The escapes used here are the same in Java and Python. */
    private static String text(String text) {
        return JavaSource.literal(text);
    }
}
