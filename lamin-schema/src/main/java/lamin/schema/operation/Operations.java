package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.Migration;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterSequence;
import lamin.schema.internal.operation.Operation.CreateCheckConstraint;
import lamin.schema.internal.operation.Operation.CreatePrimaryKey;
import lamin.schema.internal.operation.Operation.CreateSequence;
import lamin.schema.internal.operation.Operation.CreateUniqueConstraint;
import lamin.schema.internal.operation.Operation.DropColumn;
import lamin.schema.internal.operation.Operation.DropConstraint;
import lamin.schema.internal.operation.Operation.DropIndex;
import lamin.schema.internal.operation.Operation.DropPrimaryKey;
import lamin.schema.internal.operation.Operation.DropSequence;
import lamin.schema.internal.operation.Operation.DropTable;
import lamin.schema.internal.operation.Operation.Execute;
import lamin.schema.internal.operation.Operation.Irreversible;
import lamin.schema.internal.operation.Operation.OnSchema;
import lamin.schema.internal.operation.Operation.RenameConstraint;
import lamin.schema.internal.operation.Operation.RenameIndex;
import lamin.schema.internal.operation.Operation.RenameSequence;
import lamin.schema.internal.operation.Operation.Run;
import lamin.schema.internal.operation.Operation.StateOnly;
import lamin.schema.internal.operation.Operation.TableComment;
import lamin.schema.internal.operation.StateChange;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Names;
import lamin.schema.model.Owner;
import lamin.schema.model.Sequence;
import lamin.schema.model.TableName;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/**
 * The API in which a migration states its changes; method names follow Alembic. Each call adds an operation; its
 * options follow as further calls on the result. Tables are in the default database schema unless
 * {@code .schema("name")} follows.
 */
public final class Operations {
    private final Owner owner;
    private final List<Clause> clauses = new ArrayList<>();

    private Operations(Owner owner) {
        this.owner = owner;
    }

    /** The operations of a migration's upgrade. */
    public static List<Operation> upgradeOf(Migration migration, Owner owner) {
        var operations = new Operations(owner);
        migration.upgrade(operations);
        return operations.toList();
    }

    public static List<Operation> downgradeOf(Migration migration, Owner owner) {
        var operations = new Operations(owner);
        migration.downgrade(operations);
        return operations.toList();
    }

    private List<Operation> toList() {
        return clauses.stream().flatMap(Clause::operations).toList();
    }

    public TableClause createTable(String table) {
        return clause(new TableClause(table, owner));
    }

    public SchemaClause dropTable(String table) {
        return onTable(table, DropTable::new);
    }

    public RenameTableClause renameTable(String table, String newName) {
        return clause(new RenameTableClause(table, newName));
    }

    public AddColumnClause addColumn(String table, String column, ColumnType type) {
        return clause(new AddColumnClause(table, column, type));
    }

    public SchemaClause dropColumn(String table, String column) {
        return onTable(table, name -> new DropColumn(name, column));
    }

    /** Renames a column ({@code newName}) or changes its definition. */
    public AlterColumnClause alterColumn(String table, String column) {
        return clause(new AlterColumnClause(table, column));
    }

    public NamedClause createPrimaryKey(String table, String... columns) {
        return named(table, (name, given) -> new CreatePrimaryKey(name, new PrimaryKey(given, List.of(columns))));
    }

    public SchemaClause dropPrimaryKey(String table) {
        return onTable(table, DropPrimaryKey::new);
    }

    public ForeignKeyClause createForeignKey(String table, String... columns) {
        return clause(new ForeignKeyClause(table, List.of(columns)));
    }

    public NamedClause createUniqueConstraint(String table, String... columns) {
        return named(
                table,
                (name, given) -> new CreateUniqueConstraint(name, new UniqueConstraint(given, List.of(columns))));
    }

    public NamedClause createCheckConstraint(String table, String expression) {
        return named(table, (name, given) -> new CreateCheckConstraint(name, new CheckConstraint(given, expression)));
    }

    /** Drops a key or check by its name in the database. */
    public SchemaClause dropConstraint(String table, String constraint) {
        return onTable(table, name -> new DropConstraint(name, constraint));
    }

    public SchemaClause renameConstraint(String table, String constraint, String newName) {
        return onTable(table, name -> new RenameConstraint(name, constraint, newName));
    }

    /** Keys are columns ({@code "x"}, {@code "x desc"}) or expressions in parentheses ({@code "(lower(x))"}). */
    public IndexClause createIndex(String table, String... keys) {
        return clause(new IndexClause(table, keys));
    }

    public SchemaClause dropIndex(String table, String index) {
        return onTable(table, name -> new DropIndex(name, index));
    }

    public SchemaClause renameIndex(String table, String index, String newName) {
        return onTable(table, name -> new RenameIndex(name, index, newName));
    }

    /** Null removes the comment. */
    public SchemaClause tableComment(String table, @Nullable String comment) {
        return onTable(table, name -> new TableComment(name, comment));
    }

    /**
     * Creates a sequence: {@code op.createSequence("shop_order_seq").incrementBy(50).numbers("shop_order", "id")}. SQLite
     * gets a table {@code shop_order_seq(next_val)} with one row.
     */
    public SequenceClause createSequence(String sequence) {
        return clause(new SequenceClause(sequence, (name, changes) -> {
            var definition = Sequence.of(name, owner.module());
            for (var change : changes) {
                definition = change.appliedTo(definition);
            }
            return new CreateSequence(definition);
        }));
    }

    public SchemaClause dropSequence(String sequence) {
        return onTable(sequence, DropSequence::new);
    }

    /** Renames a sequence, which goes on counting. */
    public SchemaClause renameSequence(String sequence, String newName) {
        return onTable(sequence, name -> new RenameSequence(name, newName));
    }

    /** Changes the increment, the start or the columns of a sequence. */
    public SequenceClause alterSequence(String sequence) {
        return clause(new SequenceClause(sequence, AlterSequence::new));
    }

    /** Inserts a row: {@code op.insertInto("assay_kind").value("name", "blood")}. */
    public RowsClause insertInto(String table) {
        return clause(new RowsClause(table, RowsClause.Kind.INSERT));
    }

    /** Updates rows: {@code op.update("assay_kind").value("name", "plasma").where("name = 'blood'")}. */
    public RowsClause update(String table) {
        return clause(new RowsClause(table, RowsClause.Kind.UPDATE));
    }

    /** Deletes rows: {@code op.deleteFrom("assay_kind").where("name = 'blood'")}. */
    public RowsClause deleteFrom(String table) {
        return clause(new RowsClause(table, RowsClause.Kind.DELETE));
    }

    /** SQL that works on all databases; changes of the model are declared separately in {@link #stateOnly}. */
    public void execute(String sql) {
        execute(DatabaseSql.of(sql));
    }

    /** SQL by database: {@code op.execute(sql().sqlite("...").postgresql("..."))}. */
    public void execute(DatabaseSql sql) {
        add(new Execute(sql));
    }

    public void run(Class<? extends DataStep> step) {
        add(new Run(step));
    }

    /** States why the migration cannot be undone. */
    public void irreversible(String reason) {
        add(new Irreversible(reason));
    }

    /** Changes the chain's description and leaves the database as it is. */
    public StateClause stateOnly() {
        return new StateClause();
    }

    /** The changes of {@link #stateOnly}. */
    public final class StateClause {
        private StateClause() {}

        /** The table belongs to an entity with another name. */
        public void entity(String table, String entity) {
            entity(null, table, entity);
        }

        public void entity(@Nullable String schema, String table, String entity) {
            add(new StateOnly(new StateChange.Entity(TableName.of(schema, table), entity)));
        }

        /** The column belongs to a property with another name. */
        public void property(String table, String column, String property) {
            property(null, table, column, property);
        }

        public void property(@Nullable String schema, String table, String column, String property) {
            var change = new StateChange.Property(TableName.of(schema, table), column, Names.snakeCase(property));
            add(new StateOnly(change));
        }

        /** Operations that an accompanying {@link #execute} or {@link #run} carries out. */
        public void applied(Consumer<Operations> changes) {
            var inner = new Operations(owner);
            changes.accept(inner);
            for (var operation : inner.toList()) {
                if (!(operation instanceof OnSchema change)) {
                    throw new IllegalArgumentException(
                            "stateOnly().applied(...) takes changes of tables and sequences, not " + operation);
                }
                add(new StateOnly(new StateChange.Applied(change)));
            }
        }
    }

    private SchemaClause onTable(String table, Function<TableName, Operation> operation) {
        return clause(new SchemaClause(table, operation));
    }

    private NamedClause named(String table, NamedClause.Factory operation) {
        return clause(new NamedClause(table, operation));
    }

    private <C extends Clause> C clause(C clause) {
        clauses.add(clause);
        return clause;
    }

    private void add(Operation operation) {
        clauses.add(() -> Stream.of(operation));
    }
}
