package lamin.schema.internal.operation;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.date;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float32;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.time;
import static lamin.schema.model.ColumnTypes.timestamp;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static lamin.schema.model.ColumnTypes.uuid;
import static lamin.schema.sql.DatabaseSql.sql;

import java.sql.Connection;
import java.util.List;
import java.util.TreeSet;
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
import lamin.schema.internal.operation.RowChange.ColumnValue;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.SqlExpression;

/** A model state of module {@code core}, and operations of every kind that fit it one after the other. */
public final class Examples {
    static final Owner CORE = Owner.of("core");
    static final TableName PERSON = TableName.of("core_person");
    static final TableName BOOK = TableName.of("lib", "book");

    private static final TableName SHELF = TableName.of("core_shelf");
    private static final TableName HUMAN = TableName.of("core_human");

    private Examples() {}

    /** Persons, and books that point to them. */
    static SchemaModel state() {
        var person = Table.of(
                        PERSON,
                        "core",
                        Column.identity("id"),
                        Column.of("name", string(100)),
                        Column.of("age", int32()).withDefault(DefaultValue.of(1)))
                .withPrimaryKey(PrimaryKey.of("id"))
                .withUniques(List.of(UniqueConstraint.of("name")))
                .withChecks(List.of(new CheckConstraint("ck_age", "age > 0")))
                .withIndexes(List.of(Index.on("age")));
        var book = Table.of(BOOK, "core", Column.identity("id"), Column.of("author_id", int64()))
                .withEntity("Book")
                .withPrimaryKey(PrimaryKey.of("id"))
                .withForeignKeys(List.of(ForeignKey.of("author_id", PERSON)))
                .withIndexes(List.of(Index.on("author_id")));
        return SchemaModel.of(List.of(person, book));
    }

    static List<Operation> ofTables() {
        return List.of(
                new CreateTable(shelf()),
                new AddColumn(PERSON, Column.of("motto", text()).withNullable(false), "'say \"hi\"\\\n'"),
                new AddColumn(BOOK, Column.of("title", string(10)).withProperty("headline"), null),
                new AlterColumn(
                        PERSON,
                        "name",
                        List.of(
                                new ColumnChange.Type(text()),
                                new ColumnChange.Nullability(false),
                                new ColumnChange.Default(DefaultValue.of("nobody")),
                                new ColumnChange.Collation("C"),
                                new ColumnChange.Comment("äöü \uD83D\uDE00")),
                        "upper(name)",
                        "'?'"),
                new AlterColumn(
                        PERSON,
                        "name",
                        List.of(
                                new ColumnChange.Default(null),
                                new ColumnChange.Collation(null),
                                new ColumnChange.Comment(null)),
                        null,
                        null),
                new RenameColumn(PERSON, "name", "full_name", null),
                new RenameColumn(PERSON, "age", "years", "age"),
                new RenameTable(PERSON, HUMAN, null),
                new RenameTable(BOOK, TableName.of("library", "volume"), "Volume"),
                new RenameTable(TableName.of("library", "volume"), TableName.of("volume"), null),
                new RenameTable(TableName.of("volume"), BOOK, "Book"),
                new DropConstraint(BOOK, "lib_book_author_id_fkey"),
                new CreateForeignKey(
                        BOOK,
                        new ForeignKey(
                                "fk_author", List.of("author_id"), HUMAN, List.of("id"), OnDelete.CASCADE, true)),
                new RenameConstraint(BOOK, "fk_author", "fk_human"),
                new CreateUniqueConstraint(HUMAN, UniqueConstraint.of("years", "motto")),
                new CreateUniqueConstraint(HUMAN, new UniqueConstraint("uq", List.of("motto"))),
                new CreateCheckConstraint(HUMAN, new CheckConstraint(null, "motto <> ''")),
                new CreateCheckConstraint(HUMAN, new CheckConstraint("ck", "years < 200")),
                new CreateIndex(HUMAN, Index.on("motto"), false),
                new CreateIndex(
                        HUMAN,
                        new Index(
                                "ix",
                                List.of(Index.Key.parse("(lower(motto)) desc"), Index.Key.parse("years desc")),
                                true,
                                SqlExpression.of("years > 18")),
                        true),
                new RenameIndex(HUMAN, "ix", "ix_human"),
                new DropIndex(HUMAN, "ix_human"),
                new DropConstraint(HUMAN, "ck"),
                new TableComment(HUMAN, "people"),
                new TableComment(HUMAN, null),
                new DropPrimaryKey(SHELF),
                new CreatePrimaryKey(SHELF, new PrimaryKey("pk", List.of("i64", "i32"))),
                new DropColumn(BOOK, "title"),
                new DropTable(SHELF));
    }

    static List<Operation> ofState() {
        return List.of(
                new StateOnly(new StateChange.Entity(BOOK, "Volume")),
                new StateOnly(new StateChange.Property(BOOK, "author_id", "writer_id")),
                new StateOnly(new StateChange.Entity(TableName.of("core_human"), "Person")),
                new StateOnly(new StateChange.Applied(
                        new AddColumn(BOOK, Column.of("pages", int32()).withNullable(false), null))));
    }

    /** Kinds of changes that came later. */
    static List<Operation> ofLaterVersions() {
        return List.of(
                new AlterColumn(PERSON, "id", List.of(new ColumnChange.Identity(false)), null, null),
                new ChangeRows(
                        PERSON,
                        new RowChange.Insert(List.of(
                                new ColumnValue("name", DefaultValue.of("O'Hara \"x\"")),
                                new ColumnValue("age", DefaultValue.of(30)),
                                new ColumnValue("active", DefaultValue.of(true)),
                                new ColumnValue("weight", DefaultValue.parse("70.5")),
                                new ColumnValue("born", new DefaultValue.Now()),
                                new ColumnValue(
                                        "code",
                                        DefaultValue.of(sql().sqlite("hex(1)").postgresql("to_hex(1)"))),
                                new ColumnValue("motto", null)))),
                new ChangeRows(BOOK, new RowChange.Update(List.of(new ColumnValue("title", null)), "id = 1")),
                new ChangeRows(TableName.of("library", "volume"), new RowChange.Delete("true")));
    }

    /** Sequences of a state that has persons and books. */
    static List<Operation> ofSequences() {
        var ids = TableName.of("core_ids");
        var renamed = TableName.of("core_numbers");
        var library = TableName.of("lib", "book_seq");
        var ofBooks = new Sequence.NumberedColumn(BOOK, "id");
        return List.of(
                new CreateSequence(new Sequence(
                        ids,
                        "core",
                        -3_000_000_000L,
                        50,
                        new TreeSet<>(List.of(new Sequence.NumberedColumn(PERSON, "id"))))),
                new CreateSequence(Sequence.of(library, "core")),
                new AlterSequence(
                        ids,
                        List.of(
                                new SequenceChange.Increment(1),
                                new SequenceChange.Start(7),
                                SequenceChange.Numbers.of(
                                        List.of(new Sequence.NumberedColumn(PERSON, "age"), ofBooks)))),
                new RenameColumn(PERSON, "age", "years", null),
                new DropColumn(PERSON, "years"),
                new RenameSequence(ids, "core_numbers"),
                new RenameSequence(library, "volume_seq"),
                new AlterSequence(renamed, List.of(SequenceChange.Numbers.of(List.of()))),
                new StateOnly(new StateChange.Applied(
                        new AlterSequence(renamed, List.of(SequenceChange.Numbers.of(List.of(ofBooks)))))),
                new DropTable(BOOK),
                new DropSequence(library.renamed("volume_seq")),
                new StateOnly(new StateChange.Applied(new DropSequence(renamed))));
    }

    static List<Operation> ofAuthors() {
        return List.of(
                new Execute(DatabaseSql.of("select 1")),
                new Execute(sql().sqlite("pragma user_version").postgresql("select version()")),
                new Execute(sql().postgresql("create extension \"x\"").nothingElsewhere()),
                new Execute(sql().with("duckdb", "install x").elsewhere("select 2")),
                new Run(Step.class),
                new Irreversible("nobody knows"));
    }

    /** A table with a column of every type, and everything else that a table can have. */
    private static Table shelf() {
        return Table.of(
                        SHELF,
                        "core",
                        Column.of("b", bool()).withDefault(DefaultValue.of(true)),
                        Column.of("i16", int16()).withDefault(DefaultValue.of(-5)),
                        Column.of("i32", int32()).withNullable(false),
                        Column.of("i64", int64()).withNullable(false).withDefault(DefaultValue.of(5_000_000_000L)),
                        Column.of("d", decimal(30, 3)).withDefault(DefaultValue.parse("1.25")),
                        Column.of("f32", float32()),
                        Column.of("f64", float64()),
                        Column.of("s", string(20)).withDefault(DefaultValue.of("it's")),
                        Column.of("t", text()).withCollation("C").withComment("words"),
                        Column.of("by", bytes()),
                        Column.of("da", date()),
                        Column.of("ti", time()),
                        Column.of("ts", timestamp()).withDefault(new DefaultValue.Now()),
                        Column.of("tz", timestamptz()),
                        Column.of("u", uuid())
                                .withDefault(DefaultValue.of(
                                        sql().sqlite("hex(randomblob(16))").postgresql("gen()"))),
                        Column.of("j", json()).withProperty("content"),
                        Column.of("g", int32()).generatedAs("i32 + 1"),
                        Column.of("person_id", int64()),
                        Column.of("shelf_i64", int64()))
                .withPrimaryKey(PrimaryKey.of("i64"))
                .withForeignKeys(List.of(
                        ForeignKey.of("person_id", PERSON).withOnDelete(OnDelete.SET_NULL),
                        ForeignKey.of("shelf_i64", SHELF).withTarget(SHELF, List.of("i64")),
                        ForeignKey.of("i64", BOOK).withName("fk_book").withDeferrable(true)))
                .withUniques(List.of(UniqueConstraint.of("s"), new UniqueConstraint("uq_shelf", List.of("t", "s"))))
                .withChecks(List.of(new CheckConstraint(null, "i16 > 0"), new CheckConstraint("ck_shelf", "i32 > 0")))
                .withIndexes(List.of(
                        Index.on("person_id"),
                        new Index("ix_shelf", List.of(Index.Key.parse("t desc")), true, SqlExpression.of("b"))))
                .withComment("where books stand");
    }

    /** Does nothing. */
    public static final class Step implements DataStep {
        @Override
        public void run(Connection connection) {}
    }
}
