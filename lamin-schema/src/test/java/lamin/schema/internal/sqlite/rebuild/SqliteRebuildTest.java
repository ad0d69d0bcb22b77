package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.deploy.Deployer;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.Constraint.OnDelete;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What other tools lose when they rebuild a SQLite table. */
class SqliteRebuildTest {
    private static final TestModule PARENT = TestModule.named("assay").then("parent", op -> {
        op.createTable("assay_parent")
                .column("id", int64())
                .identity()
                .column("name", string(50))
                .notNull()
                .column("amount", text())
                .primaryKey("id");
    });

    /** A default cannot be changed in place. */
    private static final TestModule REBUILT =
            PARENT.then("rebuilt", op -> op.alterColumn("assay_parent", "name").defaultValue("nobody"));

    private static final TestModule WITH_INT =
            PARENT.then("int", op -> op.alterColumn("assay_parent", "amount").type(int32()));

    private final Database database = Database.sqlite();

    @AfterEach
    void close() {
        database.close();
    }

    private void deployParentWithRows() {
        database.deploy(PARENT);
        database.execute("INSERT INTO assay_parent (name, amount) VALUES ('one', '1'), ('two', '2'), ('three', '3')");
    }

    private void assertIsRebuilt() {
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'assay_parent'"))
                .contains("'nobody'");
        assertThat(database.rows("SELECT id, name, amount FROM assay_parent"))
                .containsExactly("1|one|1", "2|two|2", "3|three|3");
    }

    @Test
    void rows_that_custom_sql_leaves_without_a_parent_are_reported_for_all_tables() {
        var base = PARENT.then("children", op -> {
            for (var child : List.of("assay_a", "assay_b", "assay_c")) {
                op.createTable(child)
                        .column("parent", int64())
                        .foreignKey("parent")
                        .references("assay_parent", "id");
            }
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_parent (name) VALUES ('one')");
        List.of("a", "b", "c").forEach(child -> database.execute("INSERT INTO assay_" + child + " VALUES (1)"));

        assertThatThrownBy(() -> database.deploy(base.then("emptied", op -> op.execute("delete from assay_parent"))))
                .hasMessageContaining("1 row of assay_a pointing to rows of assay_parent")
                .hasMessageContaining("1 row of assay_b")
                .hasMessageContaining("1 row of assay_c");
    }

    @Test
    void a_table_of_a_named_schema_is_found_under_its_flat_name() {
        var base = TestModule.named("assay")
                .then("base", op -> op.createTable("notebook").schema("lab").column("name", text()));
        database.deploy(base);
        database.execute("INSERT INTO lab_notebook VALUES ('one')");

        database.deploy(base.then(
                "rebuilt",
                op -> op.alterColumn("notebook", "name").schema("lab").defaultValue("x")));

        assertThat(database.rows("SELECT name FROM lab_notebook")).containsExactly("one");
    }

    @Test
    void a_key_goes_after_one_of_two_foreign_keys_to_the_table() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box")
                    .column("code", int32())
                    .notNull()
                    .column("number", int32())
                    .primaryKey("code")
                    .unique("number");
            op.createTable("assay_tube")
                    .column("box", int32())
                    .column("box_number", int32())
                    .foreignKey("box")
                    .references("assay_box", "code")
                    .foreignKey("box_number")
                    .references("assay_box", "number");
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_box VALUES (1, 10)", "INSERT INTO assay_tube VALUES (1, 10)");

        database.deploy(base.then("fewer", op -> {
            op.alterColumn("assay_box", "number").defaultValue(0);
            op.dropConstraint("assay_tube", "assay_tube_box_number_fkey");
            op.dropConstraint("assay_box", "assay_box_number_key");
        }));

        assertThat(database.rows("SELECT box, box_number FROM assay_tube")).containsExactly("1|10");
    }

    @Test
    void a_key_goes_after_the_foreign_keys_to_it_and_comes_before_new_ones() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box")
                    .column("code", int32())
                    .notNull()
                    .column("name", text())
                    .primaryKey("code");
            op.createTable("assay_tube")
                    .column("box", int32())
                    .foreignKey("box")
                    .references("assay_box", "code");
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_box VALUES (1, 'a')", "INSERT INTO assay_tube VALUES (1)");

        var without = base.then("without", op -> {
            op.alterColumn("assay_box", "name").defaultValue("b");
            op.dropConstraint("assay_tube", "assay_tube_box_fkey");
            op.dropPrimaryKey("assay_box");
        });
        database.deploy(without);
        var again = without.then("again", op -> {
            op.alterColumn("assay_tube", "box").defaultValue(1);
            op.createPrimaryKey("assay_box", "code");
            op.createForeignKey("assay_tube", "box").references("assay_box", "code");
        });
        database.deploy(again);

        assertThat(database.differencesTo(again)).isEmpty();
        assertThat(database.rows("SELECT box FROM assay_tube")).containsExactly("1");
    }

    @Test
    void children_that_cascade_set_null_or_do_nothing_keep_their_rows() {
        deployParentWithRows();
        for (var action : List.of("CASCADE", "SET NULL", "NO ACTION", "RESTRICT")) {
            var table = "child_" + action.replace(' ', '_');
            database.execute(
                    "CREATE TABLE %s (id integer PRIMARY KEY, parent_id bigint REFERENCES assay_parent (id) ON DELETE %s)"
                            .formatted(table, action),
                    "INSERT INTO " + table + " VALUES (1, 1), (2, 2), (3, 3), (4, NULL)");
        }
        var children = database.rows("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'child%'");

        database.deploy(REBUILT);

        assertIsRebuilt();
        for (var table : List.of("child_CASCADE", "child_SET_NULL", "child_NO_ACTION", "child_RESTRICT")) {
            assertThat(database.rows("SELECT * FROM " + table)).containsExactly("1|1", "2|2", "3|3", "4|null");
        }
        assertThat(database.rows("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'child%'"))
                .as("children still point to the table by its name")
                .isEqualTo(children)
                .noneMatch(sql -> sql.contains("lamin_new"));
    }

    @Test
    void foreign_keys_are_off_even_where_the_connection_had_them_on() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE child (parent_id bigint REFERENCES assay_parent (id) ON DELETE CASCADE)",
                "INSERT INTO child VALUES (1)");

        new Deployer(this::enforcing, List.of(REBUILT.chain()), Database.AUTHOR, Notices.NONE).deploy();

        assertIsRebuilt();
        assertThat(database.value("SELECT count(*) FROM child")).isEqualTo("1");
    }

    private Connection enforcing() throws SQLException {
        var connection = database.connection();
        Jdbc.execute(connection, "PRAGMA foreign_keys = ON");
        return connection;
    }

    @Test
    void a_connection_inside_a_transaction_is_refused_because_the_pragma_does_nothing_there() {
        deployParentWithRows();
        var deployer = new Deployer(
                () -> {
                    var connection = enforcing();
                    Jdbc.execute(connection, "BEGIN");
                    return connection;
                },
                List.of(REBUILT.chain()),
                Database.AUTHOR,
                Notices.NONE);

        assertThatThrownBy(deployer::deploy)
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("foreign keys could not be switched off");
    }

    @Test
    void a_view_on_the_table_and_a_view_on_that_view_stay() {
        deployParentWithRows();
        database.execute(
                "CREATE VIEW names AS SELECT name FROM assay_parent",
                "CREATE VIEW short_names AS SELECT name FROM names WHERE length(name) < 4",
                "CREATE TABLE seen (name text)",
                "CREATE TRIGGER see INSTEAD OF INSERT ON names BEGIN INSERT INTO seen VALUES (new.name); END");
        var before = database.rows("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')");

        database.deploy(REBUILT);

        assertIsRebuilt();
        assertThat(database.rows("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"))
                .isEqualTo(before);
        assertThat(database.rows("SELECT * FROM short_names")).containsExactly("one", "two");
    }

    @Test
    void a_trigger_of_the_table_stays_and_does_not_fire() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE log (entry text)",
                "CREATE TRIGGER logging AFTER INSERT ON assay_parent BEGIN INSERT INTO log VALUES (new.name); END",
                "CREATE TRIGGER deleting AFTER DELETE ON assay_parent BEGIN INSERT INTO log VALUES ('gone'); END");

        database.deploy(REBUILT);

        assertIsRebuilt();
        assertThat(database.rows("SELECT * FROM log")).isEmpty();
        database.execute("INSERT INTO assay_parent (name) VALUES ('four')");
        assertThat(database.rows("SELECT * FROM log")).containsExactly("four");
    }

    @Test
    void a_trigger_of_another_table_that_mentions_it_stays() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE inbox (name text)",
                "CREATE TRIGGER accept AFTER INSERT ON inbox BEGIN INSERT INTO \"assay_parent\" (name) VALUES (new.name); END");

        database.deploy(REBUILT);

        assertIsRebuilt();
        database.execute("INSERT INTO inbox VALUES ('four')");
        assertThat(database.value("SELECT max(name) FROM assay_parent WHERE id = 4"))
                .isEqualTo("four");
    }

    @Test
    void the_autoincrement_high_water_mark_stays() {
        deployParentWithRows();
        database.execute("DELETE FROM assay_parent WHERE id = 3");

        database.deploy(REBUILT);

        database.execute("INSERT INTO assay_parent (name) VALUES ('four')");
        assertThat(database.rows("SELECT id FROM assay_parent")).containsExactly("1", "2", "4");
    }

    @Test
    void the_autoincrement_high_water_mark_of_an_empty_table_stays() {
        deployParentWithRows();
        database.execute("DELETE FROM assay_parent");

        database.deploy(REBUILT);

        assertThat(database.rows("SELECT * FROM sqlite_sequence")).containsExactly("assay_parent|3");
    }

    @Test
    void values_that_do_not_convert_are_refused_and_nothing_is_changed() {
        deployParentWithRows();
        database.execute("INSERT INTO assay_parent (name, amount) VALUES ('four', 'abc')");
        var schema = database.sqliteSchema();

        assertThatThrownBy(() -> database.deploy(WITH_INT))
                .hasMessageStartingWith(
                        "1 rows of assay_parent.amount hold values that are no int32, to which migration assay")
                .hasMessageContaining(", for example abc\n")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);

        assertThat(database.sqliteSchema()).isEqualTo(schema);
        assertThat(database.rows("SELECT amount, typeof(amount) FROM assay_parent"))
                .containsExactly("1|text", "2|text", "3|text", "abc|text");
    }

    @Test
    void values_that_convert_have_the_storage_class_of_the_new_type() {
        deployParentWithRows();

        database.deploy(WITH_INT);

        assertThat(database.rows("SELECT amount, typeof(amount) FROM assay_parent"))
                .containsExactly("1|integer", "2|integer", "3|integer");
    }

    @Test
    void partial_expression_and_descending_indexes_stay() {
        deployParentWithRows();
        database.execute(
                "CREATE UNIQUE INDEX by_hand ON assay_parent (lower(name), amount COLLATE NOCASE DESC) WHERE amount > 1");
        var module = PARENT.then(
                        "index",
                        op -> op.createIndex("assay_parent", "(upper(name))").where("amount IS NOT NULL"))
                .then("rebuilt", op -> op.alterColumn("assay_parent", "name").defaultValue("nobody"));
        var before = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name = 'by_hand'";
        var statement = database.rows(before);

        database.deploy(module);

        assertThat(database.rows(before)).isEqualTo(statement);
        assertThat(database.value("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%upper(name)%'"))
                .isEqualTo("1");
    }

    @Test
    void columns_keys_and_checks_that_somebody_added_by_hand_stay() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE town (id integer PRIMARY KEY)",
                "INSERT INTO town VALUES (7)",
                "ALTER TABLE assay_parent ADD COLUMN \"by hand\" varchar(7) NOT NULL DEFAULT 'x' CHECK (\"by hand\" <> '')",
                "ALTER TABLE assay_parent ADD COLUMN town_id integer REFERENCES town (id)",
                "UPDATE assay_parent SET \"by hand\" = name, town_id = 7");

        database.deploy(REBUILT);

        assertIsRebuilt();
        assertThat(database.rows("SELECT \"by hand\", town_id FROM assay_parent"))
                .containsExactly("one|7", "two|7", "three|7");
        assertThatThrownBy(() -> database.execute("UPDATE assay_parent SET \"by hand\" = ''"))
                .hasMessageContaining("CHECK");
        assertThat(database.rows("SELECT \"from\", \"table\" FROM pragma_foreign_key_list('assay_parent')"))
                .containsExactly("town_id|town");
    }

    @Test
    void dropping_a_column_with_an_index_that_somebody_added_by_hand_is_refused() {
        deployParentWithRows();
        database.execute("CREATE INDEX by_hand ON assay_parent (amount)");
        var module = PARENT.then("drop", op -> {
            op.alterColumn("assay_parent", "name").defaultValue("nobody");
            op.dropColumn("assay_parent", "amount");
        });

        assertThatThrownBy(() -> database.deployer(module)
                        .allowingDrops(Set.of("assay_parent.amount"))
                        .deploy())
                .hasMessageContaining("no migration made is on column amount");
    }

    @Test
    void dropping_a_column_that_a_trigger_mentions_is_refused() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE inbox (name text)",
                "CREATE TRIGGER accept AFTER INSERT ON inbox BEGIN UPDATE assay_parent SET amount = 1; END");
        var module = PARENT.then("drop", op -> {
            op.alterColumn("assay_parent", "name").defaultValue("nobody");
            op.dropColumn("assay_parent", "amount");
        });

        assertThatThrownBy(() -> database.deployer(module)
                        .allowingDrops(Set.of("assay_parent.amount"))
                        .deploy())
                .hasMessageStartingWith("trigger accept mentions column amount of assay_parent");
    }

    @Test
    void declared_types_and_the_order_of_columns_stay() {
        database.deploy(PARENT);
        database.execute(
                "DROP TABLE assay_parent",
                "CREATE TABLE assay_parent (amount CLOB, \"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                        + " name NVARCHAR(50) NOT NULL)",
                "INSERT INTO assay_parent (name, amount) VALUES ('one', '1')");

        database.deploy(REBUILT);

        assertThat(database.rows("SELECT name, type FROM pragma_table_info('assay_parent')"))
                .containsExactly("amount|CLOB", "id|INTEGER", "name|NVARCHAR(50)");
    }

    @Test
    void a_strict_table_without_row_numbers_stays_one() {
        var keyed = TestModule.named("assay")
                .then(
                        "keyed",
                        op -> op.createTable("assay_keyed")
                                .column("code", text())
                                .notNull()
                                .column("name", text())
                                .primaryKey("code"));
        database.deploy(keyed);
        database.execute(
                "DROP TABLE assay_keyed",
                "CREATE TABLE assay_keyed (code text NOT NULL PRIMARY KEY, name text) STRICT, WITHOUT ROWID",
                "INSERT INTO assay_keyed VALUES ('a', 'one')");

        database.deploy(keyed.then(
                "rebuilt", op -> op.alterColumn("assay_keyed", "name").defaultValue("x")));

        assertThat(database.rows("SELECT wr, strict FROM pragma_table_list WHERE name = 'assay_keyed'"))
                .containsExactly("1|1");
        assertThat(database.rows("SELECT * FROM assay_keyed")).containsExactly("a|one");
    }

    @Test
    void generated_columns_are_recomputed() {
        var generated = PARENT.then(
                "generated", op -> op.addColumn("assay_parent", "loud", text()).generatedAs("upper(name)"));
        database.deploy(generated);
        database.execute("INSERT INTO assay_parent (name) VALUES ('one')");

        database.deploy(generated.then(
                "rebuilt", op -> op.alterColumn("assay_parent", "name").defaultValue("x")));

        assertThat(database.rows("SELECT name, loud FROM assay_parent")).containsExactly("one|ONE");
    }

    @Test
    void foreign_keys_that_led_nowhere_before_do_not_block() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE child (parent_id bigint REFERENCES assay_parent (id))",
                "INSERT INTO child VALUES (99), (1)");

        database.deploy(REBUILT);

        assertIsRebuilt();
        assertThat(database.rows("SELECT * FROM child")).containsExactly("99", "1");
    }

    @Test
    void a_new_foreign_key_that_leads_nowhere_is_refused() {
        deployParentWithRows();
        var module = PARENT.then("child", op -> op.createTable("assay_child").column("parent_id", int64()))
                .then("key", op -> {
                    op.execute("UPDATE assay_child SET parent_id = parent_id");
                    op.createForeignKey("assay_child", "parent_id").references("assay_parent", "id");
                });
        database.deploy(PARENT.then("child", module.scripts().get(1).upgrade()));
        database.execute("INSERT INTO assay_child VALUES (99), (1)");

        assertThatThrownBy(() -> database.deploy(module))
                .hasMessageContaining(
                        "the change of table assay_child would leave 1 row of assay_child pointing to rows of")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_table_that_points_to_itself_still_does() {
        var tree = TestModule.named("assay")
                .then(
                        "tree",
                        op -> op.createTable("assay_tree")
                                .column("id", int64())
                                .identity()
                                .column("up", int64())
                                .column("name", text())
                                .primaryKey("id")
                                .foreignKey("up")
                                .references("assay_tree", "id")
                                .onDelete(OnDelete.CASCADE));
        database.deploy(tree);
        database.execute("INSERT INTO assay_tree (up, name) VALUES (NULL, 'root'), (1, 'leaf')");

        database.deploy(
                tree.then("rebuilt", op -> op.alterColumn("assay_tree", "name").defaultValue("x")));

        assertThat(database.rows("SELECT id, up, name FROM assay_tree")).containsExactly("1|null|root", "2|1|leaf");
        assertThat(database.rows("SELECT \"table\" FROM pragma_foreign_key_list('assay_tree')"))
                .containsExactly("assay_tree");
    }

    @Test
    void names_with_quotes_and_spaces_are_fine() {
        var name = "assay_it's \"odd\"";
        var odd = TestModule.named("assay")
                .then(
                        "odd",
                        op -> op.createTable(name)
                                .column("id", int64())
                                .identity()
                                .column("a \"b\" c", text())
                                .primaryKey("id")
                                .unique("a \"b\" c")
                                .index("a \"b\" c"));
        database.deploy(odd);
        database.execute("INSERT INTO \"assay_it's \"\"odd\"\"\" (\"a \"\"b\"\" c\") VALUES ('x')");

        var rebuilt = odd.then(
                "rebuilt",
                op -> op.alterColumn(name, "a \"b\" c").newName("d 'e'").defaultValue("y"));
        database.deploy(rebuilt);

        assertThat(database.rows("SELECT id, \"d 'e'\" FROM \"assay_it's \"\"odd\"\"\""))
                .containsExactly("1|x");
        assertThat(database.differencesTo(rebuilt)).isEmpty();
    }

    @Test
    void a_rename_and_a_rebuild_in_one_migration_keep_a_trigger_on_the_column() {
        deployParentWithRows();
        database.execute(
                "CREATE TABLE log (entry text)",
                "CREATE TRIGGER logging AFTER UPDATE OF amount ON assay_parent"
                        + " BEGIN INSERT INTO log VALUES (new.amount); END");
        var module = PARENT.then("both", op -> {
            op.alterColumn("assay_parent", "name").defaultValue("nobody");
            op.alterColumn("assay_parent", "amount").newName("quantity").type(int32());
            op.alterColumn("assay_parent", "name").newName("title");
        });

        database.deploy(module);

        database.execute("UPDATE assay_parent SET quantity = quantity + 10 WHERE title = 'two'");
        assertThat(database.rows("SELECT * FROM log")).containsExactly("12");
        database.execute("DROP TABLE log");
        assertThat(database.differencesTo(module)).isEmpty();
    }

    @Test
    void sql_of_the_author_sees_what_earlier_operations_of_the_migration_did() {
        deployParentWithRows();
        var module = PARENT.then("both", op -> {
            op.addColumn("assay_parent", "twice", int32()).notNull().fill("amount * 2");
            op.addColumn("assay_parent", "label", text()).notNull().fill("name || twice");
            op.alterColumn("assay_parent", "name").newName("title");
        });

        database.deploy(module);

        assertThat(database.rows("SELECT title, twice, label FROM assay_parent"))
                .containsExactly("one|2|one2", "two|4|two4", "three|6|three6");
    }

    @Test
    void rows_without_a_value_for_a_new_not_null_column_are_counted_and_refused() {
        deployParentWithRows();
        var module = PARENT.then("more", op -> {
            op.execute("UPDATE assay_parent SET amount = 0");
            op.addColumn("assay_parent", "size", int32()).notNull();
        });

        assertThatThrownBy(() -> database.deploy(module))
                .hasMessageStartingWith("3 rows of assay_parent have no value for column size, which is NOT NULL")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_table_that_a_view_or_a_foreign_key_needs_is_not_dropped() {
        database.deploy(PARENT);
        var module = PARENT.then("drop", op -> op.dropTable("assay_parent"));
        database.execute(
                "CREATE VIEW names AS SELECT name FROM assay_parent",
                "CREATE TABLE child (parent_id bigint REFERENCES assay_parent (id))");

        assertThatThrownBy(() -> database.deploy(module))
                .hasMessageStartingWith(
                        "table assay_parent cannot be dropped: view names, a foreign key of table child")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void two_tables_that_point_to_each_other_can_be_dropped_in_one_migration() {
        var circle = TestModule.named("assay").then("circle", op -> {
            op.createTable("assay_hen")
                    .column("id", int64())
                    .identity()
                    .column("egg_id", int64())
                    .primaryKey("id");
            op.createTable("assay_egg")
                    .column("id", int64())
                    .identity()
                    .column("hen_id", int64())
                    .primaryKey("id")
                    .foreignKey("hen_id")
                    .references("assay_hen", "id");
            op.createForeignKey("assay_hen", "egg_id").references("assay_egg", "id");
        });
        database.deploy(circle);

        database.deploy(circle.then("gone", op -> {
            op.dropConstraint("assay_hen", "assay_hen_egg_id_fkey");
            op.dropTable("assay_egg");
            op.dropTable("assay_hen");
        }));

        assertThat(database.schema().tables()).isEmpty();
    }

    @Test
    void a_table_is_dropped_together_with_the_keys_between_it_and_one_that_stays() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box")
                    .column("id", int64())
                    .notNull()
                    .column("lid_id", int64())
                    .primaryKey("id");
            op.createTable("assay_lid")
                    .column("id", int64())
                    .identity()
                    .column("box_id", int64())
                    .primaryKey("id")
                    .foreignKey("box_id")
                    .references("assay_box", "id");
            op.createForeignKey("assay_box", "lid_id").references("assay_lid", "id");
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_box VALUES (1, NULL)");

        var without = base.then("without", op -> {
            op.dropConstraint("assay_lid", "assay_lid_box_id_fkey");
            op.dropConstraint("assay_box", "assay_box_lid_id_fkey");
            op.dropPrimaryKey("assay_box");
            op.dropTable("assay_lid");
        });
        database.deploy(without);

        assertThat(database.differencesTo(without)).isEmpty();
        assertThat(database.rows("SELECT id FROM assay_box")).containsExactly("1");

        database.downgrade("base", without.undoneBy(op -> {
            op.createTable("assay_lid")
                    .column("id", int64())
                    .identity()
                    .column("box_id", int64())
                    .primaryKey("id");
            op.createPrimaryKey("assay_box", "id");
            op.createForeignKey("assay_lid", "box_id").references("assay_box", "id");
            op.createForeignKey("assay_box", "lid_id").references("assay_lid", "id");
        }));
        assertThat(database.differencesTo(base)).isEmpty();
        assertThat(database.rows("SELECT id FROM assay_box")).containsExactly("1");
    }

    @Test
    void a_column_that_gives_way_to_one_of_its_name_shares_the_rebuild_with_a_new_numbered_key() {
        var base = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_tube")
                                .column("size", int32())
                                .column("total", int32())
                                .generatedAs("size * 2"));
        database.deploy(base);
        database.execute("INSERT INTO assay_tube (size) VALUES (3)");

        var keyed = base.then("keyed", op -> {
            op.addColumn("assay_tube", "id", int64()).identity();
            op.dropColumn("assay_tube", "total");
            op.addColumn("assay_tube", "total", int32()).generatedAs("size * 4");
            op.createPrimaryKey("assay_tube", "id");
        });
        database.deploy(keyed);

        assertThat(database.differencesTo(keyed)).isEmpty();
        assertThat(database.rows("SELECT id, size, total FROM assay_tube")).containsExactly("1|3|12");
    }

    @Test
    void rows_of_which_no_value_is_left_are_kept() {
        var base = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_tube")
                                .column("size", int32())
                                .index("size"));
        database.deploy(base);
        database.execute("INSERT INTO assay_tube VALUES (3), (4)");

        var other = base.then("other", op -> {
            op.addColumn("assay_tube", "width", int32());
            op.dropColumn("assay_tube", "size");
        });
        Database.losing(database.deployer(other)).deploy();

        assertThat(database.rows("SELECT width FROM assay_tube")).hasSize(2);
    }

    @Test
    void the_last_column_may_give_way_to_another_but_a_table_has_one() {
        var base = TestModule.named("assay")
                .then("base", op -> op.createTable("assay_tube").column("size", int32()));
        database.deploy(base);
        database.execute("INSERT INTO assay_tube VALUES (3)");

        assertThatThrownBy(() -> Database.losing(
                                database.deployer(base.then("none", op -> op.dropColumn("assay_tube", "size"))))
                        .deploy())
                .hasMessageContaining("left without columns");
        var other = base.then("other", op -> {
            op.dropColumn("assay_tube", "size");
            op.addColumn("assay_tube", "width", int32()).defaultValue(7);
        });
        Database.losing(database.deployer(other)).deploy();

        assertThat(database.differencesTo(other)).isEmpty();
        assertThat(database.rows("SELECT width FROM assay_tube")).containsExactly("7");
    }

    @Test
    void one_of_two_foreign_keys_goes_with_the_key_it_pointed_to() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box")
                    .column("id", int64())
                    .identity()
                    .column("code", int32())
                    .notNull()
                    .primaryKey("id")
                    .unique("code");
            op.createTable("assay_tube")
                    .column("box_id", int64())
                    .column("box_code", int32())
                    .foreignKey("box_id")
                    .references("assay_box", "id")
                    .foreignKey("box_code")
                    .references("assay_box", "code");
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_box VALUES (1, 5)", "INSERT INTO assay_tube VALUES (1, 5)");

        var without = base.then("without", op -> {
            op.alterColumn("assay_box", "id").identity(false);
            op.dropConstraint("assay_tube", "assay_tube_box_id_fkey");
            op.dropPrimaryKey("assay_box");
        });
        database.deploy(without);

        assertThat(database.differencesTo(without)).isEmpty();
        assertThat(database.rows("SELECT box_id, box_code FROM assay_tube")).containsExactly("1|5");
    }

    @Test
    void a_second_foreign_key_to_a_table_waits_for_the_key_that_it_needs() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box")
                    .column("id", int64())
                    .identity()
                    .column("code", int32())
                    .notNull()
                    .primaryKey("id");
            op.createTable("assay_tube")
                    .column("box_id", int64())
                    .column("box_code", int32())
                    .foreignKey("box_id")
                    .references("assay_box", "id");
        });
        database.deploy(base);

        var second = base.then("second", op -> {
            op.alterColumn("assay_tube", "box_code").defaultValue(1);
            op.alterColumn("assay_box", "code").defaultValue(1);
            op.createUniqueConstraint("assay_box", "code");
            op.createForeignKey("assay_tube", "box_code").references("assay_box", "code");
        });
        database.deploy(second);

        assertThat(database.differencesTo(second)).isEmpty();
    }

    @Test
    void keys_and_the_foreign_keys_to_them_go_from_a_circle_of_tables_and_come_back() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_box").column("code", int32()).column("tube", int32());
            op.createTable("assay_tube").column("code", int32()).column("rack", int32());
            op.createTable("assay_rack").column("code", int32()).column("box", int32());
        });
        var circle = base.then("circle", op -> {
            op.createUniqueConstraint("assay_box", "code");
            op.createUniqueConstraint("assay_tube", "code");
            op.createUniqueConstraint("assay_rack", "code");
            op.createForeignKey("assay_box", "tube").references("assay_tube", "code");
            op.createForeignKey("assay_tube", "rack").references("assay_rack", "code");
            op.createForeignKey("assay_rack", "box").references("assay_box", "code");
        });
        database.deploy(base);
        database.execute(
                "INSERT INTO assay_box VALUES (1, 2)",
                "INSERT INTO assay_tube VALUES (2, 3)",
                "INSERT INTO assay_rack VALUES (3, 1)");

        database.deploy(circle);
        assertThat(database.differencesTo(circle)).isEmpty();
        database.downgrade("base", circle.undoneBy(op -> {
            op.dropConstraint("assay_rack", "assay_rack_box_fkey");
            op.dropConstraint("assay_tube", "assay_tube_rack_fkey");
            op.dropConstraint("assay_box", "assay_box_tube_fkey");
            op.dropConstraint("assay_rack", "assay_rack_code_key");
            op.dropConstraint("assay_tube", "assay_tube_code_key");
            op.dropConstraint("assay_box", "assay_box_code_key");
        }));

        assertThat(database.differencesTo(base)).isEmpty();
        assertThat(database.rows("SELECT code, rack FROM assay_tube")).containsExactly("2|3");
    }

    @Test
    void a_key_goes_from_one_of_two_tables_that_point_to_each_other() {
        var base = TestModule.named("assay").then("base", op -> {
            op.createTable("assay_tube")
                    .column("id", int64())
                    .identity()
                    .column("box_code", int32())
                    .primaryKey("id");
            op.createTable("assay_box")
                    .column("code", int32())
                    .notNull()
                    .column("tube_id", int64())
                    .unique("code")
                    .foreignKey("tube_id")
                    .references("assay_tube", "id");
            op.createForeignKey("assay_tube", "box_code").references("assay_box", "code");
        });
        database.deploy(base);
        database.execute("INSERT INTO assay_tube VALUES (1, 5)", "INSERT INTO assay_box VALUES (5, 1)");

        var without = base.then("without", op -> {
            op.dropConstraint("assay_tube", "assay_tube_box_code_fkey");
            op.dropConstraint("assay_box", "assay_box_code_key");
        });
        database.deploy(without);

        assertThat(database.differencesTo(without)).isEmpty();
        assertThat(database.rows("SELECT id, box_code FROM assay_tube")).containsExactly("1|5");
    }

    @Test
    void a_hundred_thousand_rows_come_through() {
        database.deploy(PARENT);
        database.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                        + " INSERT INTO assay_parent (name, amount) SELECT 'n' || i, i FROM n",
                "CREATE TABLE child AS SELECT id AS parent_id FROM assay_parent");
        var sums = "SELECT count(*), sum(id), sum(amount), sum(length(name)) FROM assay_parent";
        var before = database.rows(sums);

        database.deploy(WITH_INT);

        assertThat(database.rows(sums)).isEqualTo(before);
    }
}
