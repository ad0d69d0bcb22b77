package lamin.schema.internal.database;

import static lamin.schema.Refusals.advising;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SQLite tables that other programs made or changed: a deploy keeps what they have, or says why it cannot. */
class TablesOfOthersTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_probe")
                            .column("id", int64())
                            .identity()
                            .column("name", string(50))
                            .notNull()
                            .column("amount", text())
                            .primaryKey("id"));

    /** A default cannot be changed in place. */
    private static void rebuild(Operations op) {
        op.alterColumn("assay_probe", "name").defaultValue("nobody");
    }

    private final Database database = Database.sqlite();

    @AfterEach
    void close() {
        database.close();
    }

    /** The table as somebody else's statement makes it. */
    private void madeAs(String columns) {
        database.deploy(BASE);
        database.execute("DROP TABLE assay_probe", "CREATE TABLE assay_probe " + columns);
    }

    private void deployWithRows() {
        database.deploy(BASE);
        database.execute("INSERT INTO assay_probe (name, amount) VALUES ('one', '1'), ('two', '2')");
    }

    private String statement() {
        return database.value("SELECT sql FROM sqlite_schema WHERE name = 'assay_probe'");
    }

    private void deploy(Consumer<Operations> next) {
        database.deployer(BASE.then("next", next))
                .allowingDrops(Set.of("assay_probe.amount"))
                .deploy();
    }

    @Test
    void a_column_that_somebody_dropped_is_reported_and_no_values_are_made_up_for_it() {
        deployWithRows();
        database.execute("ALTER TABLE assay_probe DROP COLUMN amount");

        assertThatThrownBy(() -> deploy(TablesOfOthersTest::rebuild))
                .hasMessageStartingWith("table assay_probe has no column amount, though its ledger says")
                .extracting("code")
                .isEqualTo(ErrorCode.FAILURE);

        assertThat(database.rows("SELECT * FROM assay_probe")).containsExactly("1|one", "2|two");
    }

    @Test
    void a_default_a_collation_and_not_null_that_somebody_gave_a_column_stay() {
        madeAs("(id INTEGER PRIMARY KEY, name varchar(50) COLLATE NOCASE, amount text NOT NULL DEFAULT 'much')");
        database.execute("INSERT INTO assay_probe (name) VALUES ('one')");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(statement()).contains("COLLATE NOCASE", "'nobody'", "\"amount\" TEXT DEFAULT 'much' NOT NULL");
        assertThat(database.rows("SELECT * FROM assay_probe WHERE name = 'ONE'"))
                .containsExactly("1|one|much");
    }

    @Test
    void what_a_migration_changes_is_as_the_migration_says() {
        madeAs("(id INTEGER PRIMARY KEY, name varchar(50) DEFAULT 'x', amount text NOT NULL DEFAULT 'much')");

        deploy(op -> {
            op.alterColumn("assay_probe", "name").defaultValue("nobody");
            op.alterColumn("assay_probe", "amount").type(int64());
        });

        assertThat(statement()).contains("varchar(50) DEFAULT 'nobody'", "\"amount\" bigint DEFAULT 'much' NOT NULL");
    }

    @Test
    void actions_of_foreign_keys_that_a_model_has_no_word_for_stay() {
        madeAs("(id INTEGER PRIMARY KEY, name text NOT NULL, amount text, town integer DEFAULT 1"
                + " REFERENCES town ON UPDATE CASCADE ON DELETE SET DEFAULT)");
        database.execute("CREATE TABLE town (id INTEGER PRIMARY KEY)", "INSERT INTO town VALUES (1), (2)");
        database.execute("INSERT INTO assay_probe VALUES (1, 'one', NULL, 2)");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(database.rows("SELECT on_update, on_delete FROM pragma_foreign_key_list('assay_probe')"))
                .containsExactly("CASCADE|SET DEFAULT");
    }

    @Test
    void a_generated_column_stays_computed_on_reading_or_stored() {
        madeAs("(id INTEGER PRIMARY KEY, name text NOT NULL, amount text,"
                + " loud AS (upper(name)) VIRTUAL, quiet AS (lower(name)) STORED)");
        database.execute("INSERT INTO assay_probe (name) VALUES ('One')");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(database.rows("SELECT name, hidden FROM pragma_table_xinfo('assay_probe') WHERE hidden > 0"))
                .containsExactly("loud|2", "quiet|3");
        assertThat(database.rows("SELECT loud, quiet FROM assay_probe")).containsExactly("ONE|one");
    }

    @Test
    void on_conflict_would_be_lost_and_is_refused() {
        madeAs("(id INTEGER PRIMARY KEY, name text NOT NULL ON CONFLICT IGNORE, amount text)");
        var before = statement();

        assertThatThrownBy(() -> deploy(TablesOfOthersTest::rebuild))
                .hasMessageContaining("ON CONFLICT")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);

        assertThat(statement()).isEqualTo(before);
    }

    @Test
    void a_full_text_index_still_finds_the_rows_by_their_numbers() {
        var base = TestModule.named("assay")
                .then(
                        "base",
                        op -> op.createTable("assay_note")
                                .column("title", text())
                                .column("body", text()));
        database.deploy(base);
        database.execute(
                "INSERT INTO assay_note VALUES ('one', 'a'), ('two', 'b'), ('three', 'c')",
                "DELETE FROM assay_note WHERE title = 'one'",
                "CREATE VIRTUAL TABLE search USING fts5(title, content = 'assay_note')",
                "INSERT INTO search (search) VALUES ('rebuild')");

        database.deploy(
                base.then("next", op -> op.alterColumn("assay_note", "body").defaultValue("x")));

        assertThat(database.rows("SELECT rowid, title FROM search WHERE search MATCH 'three'"))
                .containsExactly("3|three");
    }

    @Test
    void what_a_full_text_index_reads_by_its_name_is_neither_renamed_nor_dropped() {
        deployWithRows();
        database.execute(
                "CREATE VIRTUAL TABLE search USING fts5(name, content = 'assay_probe', content_rowid = 'id')",
                "INSERT INTO search (search) VALUES ('rebuild')");
        List<Consumer<Operations>> changes = List.of(
                op -> op.renameTable("assay_probe", "assay_sensor"),
                op -> op.alterColumn("assay_probe", "name").newName("title"),
                op -> op.dropColumn("assay_probe", "name"),
                op -> op.dropTable("assay_probe"));

        for (var change : changes) {
            var deployer = database.deployer(BASE.then("next", change))
                    .allowingDrops(Set.of("assay_probe", "assay_probe.name"));
            assertThatThrownBy(deployer::deploy)
                    .hasMessageContaining("virtual table search")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }

        deploy(op -> op.alterColumn("assay_probe", "amount").newName("size"));
        assertThat(database.rows("SELECT rowid FROM search WHERE search MATCH 'two'"))
                .containsExactly("2");
    }

    @Test
    void a_column_that_is_only_called_json_keeps_what_it_holds() {
        deployWithRows();
        database.execute(
                "ALTER TABLE assay_probe ADD COLUMN extra json",
                "ALTER TABLE assay_probe ADD COLUMN packed JSONB",
                "ALTER TABLE assay_probe ADD COLUMN checked text CHECK (json_valid(checked) OR checked IS NULL)",
                "UPDATE assay_probe SET extra = 'no json', packed = jsonb('[1]'), checked = '{}'");
        var before = database.rows("SELECT name, extra, hex(packed), checked FROM assay_probe");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(database.rows("SELECT name, extra, hex(packed), checked FROM assay_probe"))
                .isEqualTo(before);
        assertThat(statement()).contains("\"extra\" json", "\"packed\" JSONB");
        assertThatThrownBy(() -> database.execute("UPDATE assay_probe SET checked = 'no json'"))
                .hasMessageContaining("CHECK");
    }

    @Test
    void a_second_index_on_the_columns_of_a_declared_one_stays() {
        var indexed = BASE.then("indexed", op -> op.createIndex("assay_probe", "amount"));
        database.deploy(indexed);
        database.execute("CREATE INDEX by_hand ON assay_probe (amount)");
        var before = database.rows("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name");

        database.deploy(indexed.then("next", TablesOfOthersTest::rebuild));

        assertThat(database.rows("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"))
                .contains("by_hand")
                .isEqualTo(before);
    }

    @Test
    void a_table_without_row_numbers_keeps_its_key() {
        madeAs("(id INTEGER PRIMARY KEY, name text NOT NULL, amount text) WITHOUT ROWID");
        database.execute("INSERT INTO assay_probe VALUES (7, 'one', NULL)");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(statement()).contains("PRIMARY KEY", "WITHOUT ROWID");
        assertThat(database.rows("SELECT * FROM assay_probe")).containsExactly("7|one|null");
    }

    @Test
    void values_that_do_not_fit_their_columns_come_through_as_they_are() {
        madeAs("(id INTEGER PRIMARY KEY, name, amount text, i int, r real, n numeric, b blob)");
        database.execute(
                "INSERT INTO assay_probe VALUES (-5, '12', 'a' || char(0) || 'b', 'abc', 'x', 9e999, 'text')",
                "INSERT INTO assay_probe VALUES (0, x'01', '', 12.5, -0.0, 9007199254740993, 1)",
                "INSERT INTO assay_probe VALUES (9223372036854775807, '', x'00ff', '', -9e999, '00', x'')");
        var values = "SELECT id, quote(name), quote(amount), hex(amount), quote(i), quote(r), quote(n), quote(b),"
                + " typeof(i), typeof(r), typeof(n) FROM assay_probe";
        var before = database.rows(values);

        deploy(TablesOfOthersTest::rebuild);

        assertThat(database.rows(values)).isEqualTo(before);
    }

    @Test
    void a_view_or_trigger_that_was_broken_before_does_not_stop_a_rebuild() {
        deployWithRows();
        database.execute(
                "CREATE VIEW broken AS SELECT * FROM nowhere",
                "CREATE VIEW broken_too AS SELECT lacking FROM assay_probe",
                "CREATE TABLE inbox (name text)",
                "CREATE TRIGGER bad AFTER INSERT ON inbox BEGIN INSERT INTO nowhere VALUES (1); END");
        var before = database.rows("SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 1");

        deploy(TablesOfOthersTest::rebuild);

        assertThat(statement()).contains("'nobody'");
        assertThat(database.rows("SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 1"))
                .isEqualTo(before);
    }

    @Test
    void a_view_that_was_broken_before_is_named_where_sqlite_changes_nothing_beside_it() {
        deployWithRows();
        database.execute("CREATE VIEW broken AS SELECT * FROM nowhere");

        assertThatThrownBy(
                        () -> deploy(op -> op.alterColumn("assay_probe", "name").newName("title")))
                .hasMessageContaining("\nerror in view broken: no such table: main.nowhere\n")
                .satisfies(advising("drop or fix the broken view or trigger, then try again"))
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_foreign_key_that_points_to_no_key_was_there_before_and_stops_nothing() {
        deployWithRows();
        database.execute(
                "CREATE TABLE child (amount text REFERENCES assay_probe (amount))", "INSERT INTO child VALUES (1)");

        deploy(op -> {
            rebuild(op);
            op.execute("UPDATE assay_probe SET amount = 2 WHERE amount = 1");
        });

        assertThat(database.rows("SELECT * FROM child")).containsExactly("1");
    }

    @Test
    void a_foreign_key_that_would_come_to_point_to_no_key_is_refused() {
        var base = BASE.then("key", op -> op.createUniqueConstraint("assay_probe", "amount"));
        database.deploy(base);
        database.execute("CREATE TABLE child (amount text REFERENCES assay_probe (amount))");

        assertThatThrownBy(() -> database.deploy(base.then("next", op -> {
                    rebuild(op);
                    op.dropConstraint("assay_probe", "assay_probe_amount_key");
                })))
                .hasMessageContaining("would leave a foreign key of child pointing to columns that are not a key")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_column_that_a_trigger_mentions_is_not_dropped_in_place() {
        deployWithRows();
        database.execute(
                "CREATE TRIGGER much AFTER INSERT ON assay_probe BEGIN UPDATE assay_probe SET amount = 1; END");

        assertThatThrownBy(() -> deploy(op -> op.dropColumn("assay_probe", "amount")))
                .hasMessageStartingWith("trigger much mentions column amount of assay_probe")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void a_column_that_a_view_an_index_or_a_generated_column_needs_is_not_dropped() {
        for (var needs : new String[] {
            "CREATE VIEW amounts AS SELECT amount FROM assay_probe",
            "CREATE INDEX much ON assay_probe (name) WHERE amount > 1",
            "ALTER TABLE assay_probe ADD COLUMN twice AS (amount || amount)"
        }) {
            try (var other = Database.sqlite()) {
                other.deploy(BASE);
                other.execute(needs);
                var before = other.sqliteSchema();

                for (boolean rebuilt : new boolean[] {false, true}) {
                    assertThatThrownBy(() -> other.deploy(BASE.then("next", op -> {
                                if (rebuilt) {
                                    rebuild(op);
                                }
                                op.dropColumn("assay_probe", "amount");
                            })))
                            .as(needs)
                            .extracting("code")
                            .isEqualTo(ErrorCode.REFUSED);
                }
                assertThat(other.sqliteSchema()).isEqualTo(before);
            }
        }
    }

    @Test
    void values_that_do_not_convert_are_shown_in_one_short_line_with_their_row() {
        deployWithRows();
        database.execute("UPDATE assay_probe SET amount = 'a' || char(10) || printf('%.1000c', 'b') WHERE id = 2");

        assertThatThrownBy(() -> deploy(op -> {
                    op.execute("SELECT 'what follows is not counted beforehand'");
                    op.alterColumn("assay_probe", "amount").type(int64());
                }))
                .hasMessageStartingWith(
                        "1 rows of assay_probe.amount hold values that are no int64, for example" + " 'a\\nbbbb")
                .hasMessageContaining("...' in row 2\nnothing was changed")
                .message()
                .hasLineCount(2)
                .hasSizeLessThan(300);
    }

    @Test
    void rows_that_do_not_meet_a_new_check_are_counted_and_shown() {
        deployWithRows();

        assertThatThrownBy(() -> deploy(op -> {
                    op.execute("SELECT 'what follows is not counted beforehand'");
                    op.createCheckConstraint("assay_probe", "amount IN ('1', '3')");
                }))
                .hasMessageStartingWith("1 rows of assay_probe do not meet the check amount IN ('1', '3'),"
                        + " for example those with amount = '2'\nnothing was changed")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void another_primary_key_is_reported() {
        madeAs("(id INTEGER, name text NOT NULL, amount text, PRIMARY KEY (id, name)) WITHOUT ROWID");
        var before = statement();

        assertThatThrownBy(() -> deploy(TablesOfOthersTest::rebuild))
                .hasMessageStartingWith(
                        "table assay_probe has the primary key [id, name], where its migrations made [id]");

        assertThat(statement()).isEqualTo(before);
    }

    @Test
    void rows_without_a_number_do_not_get_one_unasked() {
        madeAs("(id INT PRIMARY KEY, name text NOT NULL, amount text)");
        database.execute("INSERT INTO assay_probe VALUES (7, 'one', NULL), (NULL, 'two', NULL)");

        assertThatThrownBy(() -> deploy(TablesOfOthersTest::rebuild))
                .hasMessageStartingWith("1 rows of assay_probe have no value for column id, which is NOT NULL")
                .extracting("code")
                .isEqualTo(ErrorCode.REFUSED);
    }

    @Test
    void defaults_of_every_spelling_stay() {
        var defaults = List.of(
                "'it''s'",
                "\"quoted\"",
                "plain",
                "(date('now'))",
                "CURRENT_DATE",
                "x'00ff'",
                "-5",
                "1.50",
                "1e3",
                "true",
                "NULL",
                "0x1F");
        var columns = new StringBuilder("(id INTEGER PRIMARY KEY, name text NOT NULL, amount text");
        for (int i = 0; i < defaults.size(); i++) {
            columns.append(", d").append(i).append(" DEFAULT ").append(defaults.get(i));
        }
        madeAs(columns + ")");
        var values = "SELECT quote(d0), quote(d1), quote(d2), d3, d4, quote(d5), quote(d6), quote(d7), d8,"
                + " quote(d9), quote(d10), quote(d11) FROM assay_probe WHERE name = ";
        database.execute("INSERT INTO assay_probe (name) VALUES ('before')");

        deploy(TablesOfOthersTest::rebuild);

        database.execute("INSERT INTO assay_probe (name) VALUES ('after')");
        assertThat(database.rows(values + "'after'")).isEqualTo(database.rows(values + "'before'"));
    }
}
