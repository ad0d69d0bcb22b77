package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.bool;
import static lamin.schema.model.ColumnTypes.bytes;
import static lamin.schema.model.ColumnTypes.decimal;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int16;
import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Replay;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.SchemaModel;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, there and back, on both databases: what introspection reads is what replay says. */
class OperationsOnDatabasesTest {
    static final TestModule BASE = TestModule.named("assay").then("base", op -> {
        op.createTable("assay_kind")
                .column("id", int64())
                .identity()
                .column("name", string(20))
                .notNull()
                .column("code", int32())
                .notNull()
                .primaryKey("id")
                .unique("code");
        op.createTable("assay_sample")
                .column("id", int64())
                .identity()
                .column("kind_id", int64())
                .column("name", string(50))
                .notNull()
                .column("amount", int32())
                .defaultValue(1)
                .column("price", decimal(8, 2))
                .column("checked", bool())
                .notNull()
                .defaultValue(false)
                .column("note", text())
                .column("made_at", timestamptz())
                .notNull()
                .defaultNow()
                .primaryKey("id")
                .foreignKey("kind_id")
                .references("assay_kind", "id")
                .onDelete(OnDelete.CASCADE)
                .deferrable()
                .unique("name", "kind_id")
                .uniqueNamed("sample_price", "price", "amount")
                .check("amount > 0")
                .checkNamed("note_is_short", "length(note) < 100")
                .index("kind_id")
                .index("(lower(name))")
                .where("note is not null")
                .tableComment("samples");
        op.createTable("assay_plain").column("a", int32()).notNull().column("b", text());
        op.createTable("assay_keyed")
                .column("a", int32())
                .notNull()
                .column("b", string(10))
                .notNull()
                .primaryKey("a", "b");
    });

    static final String[] ROWS = {
        "INSERT INTO assay_kind (name, code) VALUES ('blood', 1), ('tissue', 2)",
        "INSERT INTO assay_sample (kind_id, name, amount, price, note) VALUES (1, 'one', 5, 1.25, 'a'),"
                + " (2, 'two', 7, 2.50, NULL), (NULL, 'Æ ''quoted'' \"name\"', 9, NULL, 'c')",
        "INSERT INTO assay_plain (a, b) VALUES (1, '1'), (2, NULL)",
        "INSERT INTO assay_keyed (a, b) VALUES (1, 'x'), (1, 'y')"
    };

    record Case(String name, Consumer<Operations> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "createTable",
                        op -> op.createTable("assay_new")
                                .column("id", int64())
                                .identity()
                                .column("sample_id", int64())
                                .notNull()
                                .column("size", float64())
                                .comment("in mm")
                                .column("data", json())
                                .notNull()
                                .defaultValue("{}")
                                .column("raw", bytes())
                                .column("double_size", float64())
                                .generatedAs("size * 2")
                                .primaryKey("id")
                                .foreignKey("sample_id")
                                .references("assay_sample", "id")),
                new Case(
                        "createTable in a schema",
                        op -> op.createTable("notebook")
                                .schema("lab")
                                .column("id", int64())
                                .identity()
                                .primaryKey("id")),
                new Case(
                        "alterColumn identity off",
                        op -> op.alterColumn("assay_sample", "id").identity(false)),
                new Case(
                        "alterColumn identity off and another type",
                        op -> op.alterColumn("assay_sample", "id")
                                .identity(false)
                                .type(decimal(12, 2))),
                new Case("alterColumn identity on", op -> {
                    op.alterColumn("assay_plain", "a").identity(true);
                    op.createPrimaryKey("assay_plain", "a");
                }),
                new Case("dropTable", op -> op.dropTable("assay_plain")),
                new Case("renameTable", op -> op.renameTable("assay_kind", "assay_type")),
                new Case("renameTable with constraints", op -> op.renameTable("assay_sample", "assay_specimen")),
                new Case("addColumn", op -> op.addColumn("assay_sample", "extra", text())),
                new Case(
                        "addColumn with default",
                        op -> op.addColumn("assay_sample", "extra", string(5))
                                .notNull()
                                .defaultValue("it's")),
                new Case(
                        "addColumn with time of insertion",
                        op -> op.addColumn("assay_sample", "extra", timestamptz())
                                .notNull()
                                .defaultNow()),
                new Case(
                        "addColumn filled",
                        op -> op.addColumn("assay_sample", "extra", int32())
                                .notNull()
                                .fill("amount * 2")),
                new Case("addColumn json", op -> op.addColumn("assay_sample", "extra", json())),
                new Case(
                        "addColumn generated",
                        op -> op.addColumn("assay_sample", "twice", int32()).generatedAs("amount * 2")),
                new Case("dropColumn", op -> op.dropColumn("assay_plain", "b")),
                new Case("dropColumn with unique, index and check", op -> op.dropColumn("assay_sample", "note")),
                new Case("dropColumn with a foreign key", op -> op.dropColumn("assay_sample", "kind_id")),
                new Case(
                        "renameColumn",
                        op -> op.alterColumn("assay_sample", "name").newName("title")),
                new Case(
                        "renameColumn of a key",
                        op -> op.alterColumn("assay_kind", "id").newName("kind")),
                new Case(
                        "renameColumn in checks",
                        op -> op.alterColumn("assay_sample", "amount").newName("count")),
                new Case(
                        "renameColumn in checks, to a word that must be in quotes",
                        op -> op.alterColumn("assay_sample", "amount").newName("order")),
                new Case(
                        "renameColumn and more",
                        op -> op.alterColumn("assay_sample", "note")
                                .newName("remark")
                                .nullable(false)
                                .fill("'-'")),
                new Case("type", op -> op.alterColumn("assay_sample", "amount").type(int64())),
                new Case(
                        "type of a column with default",
                        op -> op.alterColumn("assay_sample", "amount").type(int16())),
                new Case(
                        "longer text",
                        op -> op.alterColumn("assay_sample", "name").type(string(80))),
                new Case(
                        "type with using",
                        op -> op.alterColumn("assay_plain", "a").type(text()).using("a || ''")),
                new Case(
                        "not null",
                        op -> op.alterColumn("assay_sample", "price")
                                .nullable(false)
                                .fill("0")),
                new Case(
                        "nullable", op -> op.alterColumn("assay_sample", "name").nullable(true)),
                new Case("default", op -> op.alterColumn("assay_sample", "note").defaultValue("none")),
                new Case(
                        "no default",
                        op -> op.alterColumn("assay_sample", "amount").noDefault()),
                new Case(
                        "comment",
                        op -> op.alterColumn("assay_sample", "amount").comment("in ml")),
                new Case("createPrimaryKey", op -> op.createPrimaryKey("assay_plain", "a")),
                new Case("dropPrimaryKey", op -> op.dropPrimaryKey("assay_keyed")),
                new Case(
                        "createForeignKey",
                        op -> op.createForeignKey("assay_plain", "a")
                                .references("assay_kind", "code")
                                .onDelete(OnDelete.SET_NULL)),
                new Case("createUniqueConstraint", op -> op.createUniqueConstraint("assay_plain", "a", "b")),
                new Case(
                        "createUniqueConstraint named",
                        op -> op.createUniqueConstraint("assay_plain", "a").name("only_a")),
                new Case("createCheckConstraint", op -> op.createCheckConstraint("assay_plain", "a < 10")),
                new Case("dropConstraint unique", op -> op.dropConstraint("assay_sample", "sample_price")),
                new Case("dropConstraint check", op -> op.dropConstraint("assay_sample", "note_is_short")),
                new Case(
                        "dropConstraint foreign key",
                        op -> op.dropConstraint("assay_sample", "assay_sample_kind_id_fkey")),
                new Case(
                        "renameConstraint unique",
                        op -> op.renameConstraint("assay_sample", "sample_price", "sample_price_amount")),
                new Case(
                        "renameConstraint check",
                        op -> op.renameConstraint("assay_sample", "note_is_short", "note_short")),
                new Case(
                        "createIndex",
                        op -> op.createIndex("assay_sample", "price desc", "(upper(name))")
                                .unique()
                                .where("price > 1")),
                new Case("dropIndex", op -> op.dropIndex("assay_sample", "assay_sample_kind_id_idx")),
                new Case("renameIndex", op -> op.renameIndex("assay_sample", "assay_sample_kind_id_idx", "by_kind")),
                new Case("tableComment", op -> op.tableComment("assay_sample", "tubes")),
                new Case("many changes of one table", op -> {
                    op.alterColumn("assay_sample", "amount").type(int64());
                    op.addColumn("assay_sample", "extra", int32()).notNull().fill("7");
                    op.alterColumn("assay_sample", "name").newName("title");
                    op.createIndex("assay_sample", "extra");
                    op.dropConstraint("assay_sample", "sample_price");
                    op.dropColumn("assay_sample", "price");
                    op.createCheckConstraint("assay_sample", "extra > 0");
                }));
    }

    /** What no case touches, or touches and puts back. */
    static final String UNTOUCHED =
            "SELECT s.id, s.checked, s.made_at, k.id, k.name, k.code FROM assay_sample s, assay_kind k ORDER BY 1, 4";

    private static final String LEDGER = "SELECT v.version_num, m.revision, m.checksum, l.version"
            + " FROM migration_assay v, lamin_migration m, lamin_module l";

    private static final Database POSTGRES = Database.postgres();

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @AfterEach
    void empty() {
        POSTGRES.execute("DROP SCHEMA IF EXISTS lab CASCADE", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void databases_and_chain_agree_there_and_back_and_there_again(Case tested) {
        var upgraded = BASE.then("there", tested.change());
        var module = upgraded.undoneBy(reverse(upgraded.scripts().getLast()));
        try (var sqlite = Database.sqlite()) {
            var databases = List.of(sqlite, POSTGRES);
            databases.forEach(database -> database.deploy(BASE));
            databases.forEach(database -> database.execute(ROWS));
            var rows = rows(UNTOUCHED, databases);
            var ledgers = rows(LEDGER, databases);

            databases.forEach(database -> deployAndCompare(database, module));
            assertAlike(sqlite);

            databases.forEach(database -> database.downgrade("base", module));
            databases.forEach(database -> assertIs(database, BASE));
            assertAlike(sqlite);
            assertThat(rows(UNTOUCHED, databases)).isEqualTo(rows);
            assertThat(rows(LEDGER, databases)).isEqualTo(ledgers);

            databases.forEach(database -> deployAndCompare(database, module));
        }
    }

    private static void assertAlike(Database sqlite) {
        assertThat(LogicalForm.differences(sqlite.comparableSchema(), POSTGRES.comparableSchema()))
                .isEmpty();
    }

    private static List<List<String>> rows(String sql, List<Database> databases) {
        return databases.stream().map(database -> database.rows(sql)).toList();
    }

    private static void deployAndCompare(Database database, TestModule module) {
        Database.losing(database.deployer(module)).deploy();
        assertIs(database, module);
    }

    private static void assertIs(Database database, TestModule module) {
        assertThat(database.differencesTo(module))
                .as("%s after %s", database.database().kind(), module.scripts().getLast())
                .isEmpty();
    }

    private static List<Operation> reverse(Script script) {
        var before = Replay.of(
                SchemaModel.EMPTY, BASE.owner(), BASE.scripts().getFirst().upgrade());
        return Reversal.of(before, BASE.owner(), script.upgrade());
    }
}
