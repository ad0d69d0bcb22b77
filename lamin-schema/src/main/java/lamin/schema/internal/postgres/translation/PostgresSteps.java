package lamin.schema.internal.postgres.translation;

import static lamin.schema.internal.postgres.translation.PostgresSql.name;
import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
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
import lamin.schema.internal.operation.Operation.OnTable;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Names;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** The statements of one operation on one table. */
final class PostgresSteps {
    private final @Nullable Table before;
    private final Replay state;

    /**
     * The statements for one change of a table.
     *
     * @param before the table before the change, null if the change creates the table
     * @param state the state after the change
     */
    PostgresSteps(@Nullable Table before, Replay state) {
        this.before = before;
        this.state = state;
    }

    List<String> of(OnTable operation) {
        var table = operation.table();
        return switch (operation) {
            case CreateTable(var definition) -> PostgresSql.createTable(definition);
            case DropTable ignored -> List.of("DROP TABLE " + name(table));
            case RenameTable rename -> renameTable(rename);
            case AddColumn add -> addColumn(add);
            case DropColumn(var ignored, var column) -> alter(table, "DROP COLUMN " + quote(column));
            case RenameColumn rename -> renameColumn(rename);
            case AlterColumn alter -> alterColumn(alter);
            case CreatePrimaryKey(var ignored, var key) -> addConstraint(table, key);
            case CreateForeignKey(var ignored, var key) -> addConstraint(table, key);
            case CreateUniqueConstraint(var ignored, var unique) -> addConstraint(table, unique);
            case CreateCheckConstraint(var ignored, var check) -> addConstraint(table, check);
            case DropPrimaryKey ignored -> dropConstraint(table, primaryKeyName());
            case DropConstraint(var ignored, var constraint) -> dropConstraint(table, constraint);
            case RenameConstraint(var ignored, var constraint, var newName) ->
                List.of(renameConstraint(table, constraint, newName));
            case CreateIndex(var ignored, var index, var concurrently) ->
                List.of(PostgresSql.createIndex(table, index, concurrently));
            case DropIndex(var ignored, var index) -> List.of("DROP INDEX " + name(table.renamed(index)));
            case RenameIndex(var ignored, var index, var newName) -> List.of(renameIndex(table, index, newName));
            case TableComment(var ignored, var comment) -> List.of(PostgresSql.tableComment(table, comment));
        };
    }

    private List<String> renameTable(RenameTable rename) {
        var from = rename.table();
        var to = rename.newName();
        var statements = new ArrayList<String>();
        if (Objects.equals(from.schema(), to.schema())) {
            statements.add(renameTable(from, to.name()));
        } else {
            boolean isTaken =
                    state.table(TableName.of(to.schema(), from.name())).isPresent();
            var between = isTaken && !from.name().equals(to.name())
                    ? Names.temporaryName(from.flat() + "_" + to.flat())
                    : from.name();
            if (!from.name().equals(between)) {
                statements.add(renameTable(from, between));
            }
            statements.addAll(renameSequences(from, between, to));
            statements.addAll(moveTable(from.renamed(between), to.schema()));
            if (!between.equals(to.name())) {
                statements.add(renameTable(to.renamed(between), to.name()));
            }
        }
        statements.addAll(renewGeneratedNames(to));
        return statements;
    }

    private static String renameTable(TableName table, String newName) {
        return "ALTER TABLE " + name(table) + " RENAME TO " + quote(newName);
    }

    /** Sequences move with the table, and the other schema may already have one with the same name; the OID makes the name unique. */
    private List<String> renameSequences(TableName from, String name, TableName to) {
        return after(to).columns().stream()
                .filter(Column::identity)
                .map(column -> """
                        DO $lamin$ DECLARE moved text := pg_get_serial_sequence(%s, %s); named text := 'lamin_seq_' || moved::regclass::oid; \
                        BEGIN IF (SELECT relname FROM pg_class WHERE oid = moved::regclass) <> named \
                        THEN EXECUTE format('ALTER SEQUENCE %%s RENAME TO %%I', moved, named); END IF; END $lamin$""".formatted(literal(name(from.renamed(name))), literal(column.name())))
                .toList();
    }

    private static List<String> moveTable(TableName table, @Nullable String toSchema) {
        return toSchema == null
                ? List.of(
                        "DO $lamin$ BEGIN EXECUTE format('ALTER TABLE %%s SET SCHEMA %%I', %s, current_schema()); END $lamin$"
                                .formatted(literal(name(table))))
                : List.of(
                        PostgresSql.createSchema(toSchema),
                        "ALTER TABLE " + name(table) + " SET SCHEMA " + quote(toSchema));
    }

    private List<String> renameColumn(RenameColumn rename) {
        var statements = new ArrayList<String>();
        statements.add("ALTER TABLE " + name(rename.table()) + " RENAME COLUMN " + quote(rename.column()) + " TO "
                + quote(rename.newName()));
        statements.addAll(renewGeneratedNames(rename.table()));
        return statements;
    }

    /** Generated names follow the table and its columns. */
    private List<String> renewGeneratedNames(TableName name) {
        var old = Objects.requireNonNull(before);
        var after = after(name);
        var statements = new ArrayList<String>();
        var oldConstraints = old.constraints().toList();
        var constraints = after.constraints().toList();
        for (int i = 0; i < constraints.size(); i++) {
            var from = oldConstraints.get(i).nameIn(old.name());
            var to = constraints.get(i).nameIn(name);
            if (!from.equals(to)) {
                statements.add(renameConstraint(name, from, to));
            }
        }
        for (int i = 0; i < after.indexes().size(); i++) {
            var from = old.indexes().get(i).nameIn(old.name());
            var to = after.indexes().get(i).nameIn(name);
            if (!from.equals(to)) {
                statements.add(renameIndex(name, from, to));
            }
        }
        return statements;
    }

    private static List<String> addColumn(AddColumn add) {
        var column = add.column();
        var statements = new ArrayList<String>();
        if (add.fill() == null) {
            statements.addAll(alter(add.table(), "ADD COLUMN " + PostgresSql.column(column)));
        } else {
            statements.addAll(addFilled(add.table(), column, add.fill()));
        }
        if (column.comment() != null) {
            statements.add(PostgresSql.columnComment(add.table(), column.name(), column.comment()));
        }
        return statements;
    }

    /** The default is set after existing rows have received their values. */
    private static List<String> addFilled(TableName table, Column column, String value) {
        var bare = column.withNullable(true).withDefault(null);
        var statements = new ArrayList<>(alter(table, "ADD COLUMN " + PostgresSql.column(bare)));
        statements.addAll(fill(table, column.name(), value));
        if (column.defaultValue() != null) {
            statements.addAll(changeDefault(table, column, column.defaultValue()));
        }
        if (!column.nullable()) {
            statements.addAll(alter(table, "ALTER COLUMN " + quote(column.name()) + " SET NOT NULL"));
        }
        return statements;
    }

    private static List<String> fill(TableName table, String column, String value) {
        var sql = "UPDATE " + name(table) + " SET " + quote(column) + " = " + value + " WHERE " + quote(column)
                + " IS NULL";
        return Stream.concat(Stream.of(sql), PostgresSql.CHECK_NOW.stream()).toList();
    }

    private List<String> alterColumn(AlterColumn alter) {
        var table = alter.table();
        var old = Objects.requireNonNull(before).column(alter.column()).orElseThrow();
        var altered = after(table).column(alter.column()).orElseThrow();
        var retyping = isRetyped(alter)
                ? withoutGenerated(table, altered, changeType(table, old, altered, alter.using())).stream()
                : Stream.<String>empty();
        var unnumbering = alter.changes().contains(new ColumnChange.Identity(false))
                ? changeIdentity(table, altered, false).stream()
                : Stream.<String>empty();
        var others = numberedLast(alter.changes()).flatMap(change -> switch (change) {
            case ColumnChange.Type ignored -> Stream.empty();
            case ColumnChange.Nullability(var nullable) ->
                changeNullability(table, altered, nullable, alter.fill()).stream();
            case ColumnChange.Default(var value) -> changeDefault(table, altered, value).stream();
            case ColumnChange.Collation ignored -> Stream.empty();
            case ColumnChange.Comment(var comment) ->
                Stream.of(PostgresSql.columnComment(table, alter.column(), comment));
            case ColumnChange.Identity(var identity) ->
                identity ? changeIdentity(table, altered, true).stream() : Stream.empty();
        });
        return Stream.of(unnumbering, retyping, others).flatMap(part -> part).toList();
    }

    /**
     * A column has either a default or identity numbering, never both: the old one is dropped before the new one is
     * set.
     */
    private static Stream<ColumnChange> numberedLast(List<ColumnChange> changes) {
        return changes.stream().sorted(Comparator.comparing(change -> change instanceof ColumnChange.Identity));
    }

    private static List<String> changeIdentity(TableName table, Column altered, boolean identity) {
        var column = "ALTER COLUMN " + quote(altered.name()) + " ";
        if (!identity) {
            return alter(table, column + "DROP IDENTITY");
        }
        var numbers = PostgresSql.continueNumbering(table, altered.name());
        return Stream.concat(alter(table, column + "ADD GENERATED BY DEFAULT AS IDENTITY").stream(), Stream.of(numbers))
                .toList();
    }

    /** Type and collation are changed together, so that values are converted only once. */
    private static boolean isRetyped(AlterColumn alter) {
        return alter.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.Type || change instanceof ColumnChange.Collation);
    }

    /** Columns generated from a column are dropped while its type changes, and then added and computed again. */
    private List<String> withoutGenerated(TableName table, Column altered, List<String> change) {
        var after = after(table);
        var generated = after.columns().stream()
                .filter(column ->
                        column.generatedAs() != null && column.generatedAs().mentions(altered.name()))
                .toList();
        var statements = new ArrayList<String>();
        generated.forEach(column -> statements.addAll(alter(table, "DROP COLUMN " + quote(column.name()))));
        statements.addAll(change);
        generated.forEach(column -> statements.addAll(addColumn(new AddColumn(table, column, null))));
        statements.addAll(partsOn(after, generated));
        return statements;
    }

    private static List<String> partsOn(Table table, List<Column> columns) {
        var without = table;
        for (var column : columns) {
            without = without.withoutColumn(column.name());
        }
        var constraints = without.constraints().toList();
        var indexes = without.indexes();
        return Stream.concat(
                        table.constraints()
                                .filter(constraint -> !constraints.contains(constraint))
                                .flatMap(constraint -> addConstraint(table.name(), constraint).stream()),
                        table.indexes().stream()
                                .filter(index -> !indexes.contains(index))
                                .map(index -> PostgresSql.createIndex(table.name(), index, false)))
                .toList();
    }

    /** A default of the old type may not fit the new one, so it is dropped before the change and set again after it. */
    private static List<String> changeType(TableName table, Column old, Column altered, @Nullable String using) {
        var column = "ALTER COLUMN " + quote(altered.name()) + " ";
        var statements = new ArrayList<String>();
        if (using == null) {
            statements.addAll(PostgresConversion.guard(table, old, altered));
        }
        if (old.defaultValue() != null) {
            statements.addAll(alter(table, column + "DROP DEFAULT"));
        }
        var collation = altered.collation() == null ? "" : " COLLATE " + quote(altered.collation());
        var conversion = using != null ? using : PostgresConversion.of(old, altered);
        statements.addAll(
                alter(table, column + "TYPE " + PostgresSql.type(altered.type()) + collation + " USING " + conversion));
        if (old.defaultValue() != null && altered.defaultValue() != null) {
            statements.addAll(changeDefault(table, altered, altered.defaultValue()));
        }
        return statements;
    }

    private static List<String> changeNullability(
            TableName table, Column altered, boolean nullable, @Nullable String fill) {
        var column = "ALTER COLUMN " + quote(altered.name()) + " ";
        if (nullable) {
            return alter(table, column + "DROP NOT NULL");
        }
        var value = fill != null
                ? fill
                : altered.defaultValue() == null
                        ? null
                        : PostgresSql.defaultValue(altered.type(), altered.defaultValue());
        var filling = value == null ? List.<String>of() : fill(table, altered.name(), value);
        return Stream.of(filling, alter(table, column + "SET NOT NULL"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> changeDefault(TableName table, Column altered, @Nullable DefaultValue value) {
        var column = "ALTER COLUMN " + quote(altered.name()) + " ";
        return alter(
                table,
                value == null
                        ? column + "DROP DEFAULT"
                        : column + "SET DEFAULT " + PostgresSql.defaultValue(altered.type(), value));
    }

    private static List<String> addConstraint(TableName table, Constraint constraint) {
        return alter(table, "ADD " + PostgresSql.constraint(table, constraint));
    }

    private static List<String> dropConstraint(TableName table, String constraint) {
        return alter(table, "DROP CONSTRAINT " + quote(constraint));
    }

    private String primaryKeyName() {
        var key = before == null ? null : before.primaryKey();
        if (before == null || key == null) {
            throw new MisfitException("there is no primary key to drop");
        }
        return key.nameIn(before.name());
    }

    private static String renameConstraint(TableName table, String from, String to) {
        return "ALTER TABLE " + name(table) + " RENAME CONSTRAINT " + quote(from) + " TO " + quote(to);
    }

    private static String renameIndex(TableName table, String from, String to) {
        return "ALTER INDEX " + name(table.renamed(from)) + " RENAME TO " + quote(to);
    }

    private static List<String> alter(TableName table, String change) {
        return List.of("ALTER TABLE " + name(table) + " " + change);
    }

    private Table after(TableName table) {
        return state.table(table).orElseThrow();
    }
}
