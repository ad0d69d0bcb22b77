package lamin.schema.internal.sqlite.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.LaminException;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import lamin.testing.databases.TestSqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteIntrospectionTest {

    @Test
    void a_table_is_read_as_it_was_declared() throws SQLException {
        var model = read("""
                CREATE TABLE "assay_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT)""", """
                CREATE TABLE "assay_notebook" (
                  "id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
                  "uid" varchar(20) NOT NULL UNIQUE,
                  "version" varchar(10) DEFAULT '1' NULL,
                  "is_latest" bool DEFAULT 1 NOT NULL,
                  "created_at" datetime DEFAULT (STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')) NOT NULL,
                  "_aux" text DEFAULT 'null' NULL CHECK ((JSON_VALID("_aux") OR "_aux" IS NULL)),
                  "created_by_id" integer NOT NULL REFERENCES "assay_user" ("id") DEFERRABLE INITIALLY DEFERRED)""", """
                CREATE INDEX "assay_notebook_created_by_id_idx" ON "assay_notebook" ("created_by_id")""");

        var name = TableName.of("assay_notebook");
        assertThat(model.table(name))
                .contains(Table.of(
                                name,
                                "",
                                Column.identity("id"),
                                Column.of("uid", new ColumnType.VarChar(20)).withNullable(false),
                                Column.of("version", new ColumnType.VarChar(10)).withDefault(DefaultValue.of("1")),
                                Column.of("is_latest", new ColumnType.Bool())
                                        .withNullable(false)
                                        .withDefault(DefaultValue.of(true)),
                                Column.of("created_at", new ColumnType.TimestampTz())
                                        .withNullable(false)
                                        .withDefault(new DefaultValue.Now()),
                                Column.of("_aux", new ColumnType.Json()).withDefault(DefaultValue.of("null")),
                                Column.of("created_by_id", new ColumnType.Int32())
                                        .withNullable(false))
                        .with(PrimaryKey.of("id"))
                        .with(ForeignKey.of("created_by_id", TableName.of("assay_user"))
                                .withDeferrable(true))
                        .with(UniqueConstraint.of("uid"))
                        .with(Index.on("created_by_id")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bool|bool",
                "smallint|int16",
                "integer|int32",
                "bigint|int64",
                "decimal(10, 2)|decimal(10, 2)",
                "float|float32",
                "real|float64",
                "varchar(255)|string(255)",
                "text|text",
                "blob|bytes",
                "date|date",
                "time|time",
                "timestamp|timestamp",
                "datetime|timestamptz",
                "char(36)|uuid",
                "INTEGER UNSIGNED|int32",
                "smallint  unsigned|int16",
                "character varying(7)|string(7)",
                "DOUBLE PRECISION|float64",
                "clob|text",
                "geometry(3, 4326)|geometry(3, 4326)",
            })
    void declared_types_have_a_meaning(String declared, String type) throws SQLException {
        var column = columns(read("CREATE TABLE t (c " + declared + ")")).getFirst();

        assertThat(column.type().display()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "text DEFAULT 'it''s'|'it''s'",
                "text DEFAULT \"quoted\"|'quoted'",
                "integer DEFAULT -3|-3",
                "integer DEFAULT (+3)|3",
                "bool DEFAULT 0|false",
                "bool DEFAULT true|true",
                "datetime DEFAULT CURRENT_TIMESTAMP|now()",
                "datetime DEFAULT (strftime( '%Y-%m-%d %H:%M:%f' ,'now' ))|now()",
                "text DEFAULT (lower('A'))|lower('A')",
            })
    void defaults_have_a_meaning(String declared, String value) throws SQLException {
        var column = columns(read("CREATE TABLE t (c " + declared + ")")).getFirst();

        assertThat(column.defaultValue())
                .isNotNull()
                .extracting(DefaultValue::display)
                .isEqualTo(value);
    }

    @Test
    void default_null_is_no_default() throws SQLException {
        assertThat(columns(read("CREATE TABLE t (c text DEFAULT NULL)"))
                        .getFirst()
                        .defaultValue())
                .isNull();
    }

    @Test
    void names_that_the_author_gave_are_kept_and_generated_ones_are_not() throws SQLException {
        var table = table(read(
                "CREATE TABLE p (id integer PRIMARY KEY)",
                """
                CREATE TABLE t (a text, b text, c integer CONSTRAINT c_p REFERENCES p ON DELETE SET DEFAULT NOT DEFERRABLE,
                  d integer REFERENCES p (id) ON DELETE CASCADE DEFERRABLE,
                  CONSTRAINT a_b PRIMARY KEY (a, b), CONSTRAINT b_a UNIQUE (b, a)
                  CONSTRAINT positive CHECK (c > 0),
                  CONSTRAINT t_d_fkey FOREIGN KEY (d) REFERENCES p DEFERRABLE INITIALLY DEFERRED)""",
                "CREATE UNIQUE INDEX t_d_key ON t (d)",
                "CREATE UNIQUE INDEX once ON t (c)",
                "CREATE INDEX t_b_idx ON t (b)",
                "CREATE INDEX often ON t (b)"));

        assertThat(table.primaryKey()).isEqualTo(new PrimaryKey("a_b", List.of("a", "b")));
        assertThat(table.foreignKeys())
                .containsExactly(
                        ForeignKey.of("c", TableName.of("p")).withName("c_p"),
                        ForeignKey.of("d", TableName.of("p")).withOnDelete(OnDelete.CASCADE),
                        ForeignKey.of("d", TableName.of("p")).withDeferrable(true));
        assertThat(table.uniques())
                .containsExactlyInAnyOrder(
                        new UniqueConstraint("b_a", List.of("b", "a")),
                        UniqueConstraint.of("d"),
                        new UniqueConstraint("once", List.of("c")));
        assertThat(table.checks()).containsExactly(new CheckConstraint("positive", "c > 0"));
        assertThat(table.indexes()).containsExactly(Index.on("b"), Index.on("b").named("often"));
    }

    @Test
    void predicates_expressions_and_orders_of_indexes_are_read() throws SQLException {
        var table = table(read(
                "CREATE TABLE t (a text, b text COLLATE NOCASE)",
                "CREATE UNIQUE INDEX one ON t (a) WHERE \"b\" IS NOT NULL",
                "CREATE INDEX two ON t (lower(a || ',') DESC, b -- by name\n DESC)",
                "CREATE UNIQUE INDEX three ON t (a COLLATE NOCASE)",
                "CREATE UNIQUE INDEX four ON t (b)"));

        assertThat(table.indexes())
                .containsExactly(
                        new Index("one", List.of(Index.Key.column("a")), true, null).where("\"b\" IS NOT NULL"),
                        new Index(
                                "two",
                                List.of(
                                        Index.Key.expression("lower(a || ',')", true),
                                        new Index.Key.OnColumn("b", true)),
                                false,
                                null),
                        new Index("three", List.of(Index.Key.expression("\"a\" COLLATE NOCASE", false)), true, null));
        assertThat(table.uniques()).containsExactly(new UniqueConstraint("four", List.of("b")));
        assertThat(table.columns().getLast().collation()).isEqualTo("NOCASE");
    }

    @Test
    void a_check_that_only_resembles_that_of_json_stays_a_check() throws SQLException {
        var table =
                table(read("CREATE TABLE t (a text CHECK (json_valid(a)), b blob CHECK (json_valid(b) OR b IS NULL))"));

        assertThat(table.columns())
                .extracting(Column::type)
                .containsExactly(new ColumnType.Text(), new ColumnType.Bytes());
        assertThat(table.checks())
                .extracting(check -> check.expression().text())
                .containsExactly("json_valid(a)", "json_valid(b) OR b IS NULL");
    }

    @Test
    void only_the_row_number_is_an_identity() throws SQLException {
        var model = read(
                "CREATE TABLE alias (id INTEGER PRIMARY KEY)",
                "CREATE TABLE of_table (id integer, PRIMARY KEY (id))",
                "CREATE TABLE backwards (id INTEGER PRIMARY KEY DESC)",
                "CREATE TABLE other_type (id int PRIMARY KEY)",
                "CREATE TABLE without (id INTEGER PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE pair (id INTEGER, b INTEGER, PRIMARY KEY (b, id))");

        assertThat(model.tables())
                .filteredOn(table -> table.columns().getFirst().identity())
                .extracting(table -> table.name().name())
                .containsExactly("alias", "of_table");
        assertThat(model.table(TableName.of("pair")).orElseThrow().primaryKey()).isEqualTo(PrimaryKey.of("b", "id"));
    }

    @Test
    void generated_columns_keep_their_expression() throws SQLException {
        var table = table(read("""
                CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * (2 + 1)) STORED, c text AS ('x' || a) VIRTUAL)"""));

        assertThat(table.columns())
                .extracting(Column::generatedAs)
                .containsExactly(null, SqlExpression.of("a * (2 + 1)"), SqlExpression.of("'x' || a"));
        assertThat(table.columns()).extracting(Column::type).contains(new ColumnType.Text());
    }

    @Test
    void odd_statements_are_read() throws SQLException {
        var table = table(read("""
                CREATE /* a ( b */ TABLE IF NOT EXISTS main.[t] ( -- why, oh why (
                  [a ] text, "say ""hi"", ok" varchar ( 12 ) DEFAULT 'x,) --' /* no, ( */ CHECK (/* ) */ "say ""hi"", ok" <> ')' -- end
                  ),
                  `tick``s` INT DEFAULT (1), 'string' text, größe REAL, "check" text, generated text always,
                  CONSTRAINT "c k" CHECK (größe > 0), UNIQUE ('string') ON CONFLICT REPLACE
                )"""));

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("a ", "say \"hi\", ok", "tick`s", "string", "größe", "check", "generated");
        assertThat(table.checks())
                .containsExactly(
                        new CheckConstraint(null, "\"say \"\"hi\"\", ok\" <> ')'"),
                        new CheckConstraint("c k", "größe > 0"));
        assertThat(table.columns().get(1).defaultValue()).isEqualTo(DefaultValue.of("x,) --"));
        assertThat(table.uniques()).containsExactly(UniqueConstraint.of("string"));
    }

    @Test
    void strict_tables_and_columns_without_type_are_read() throws SQLException {
        var model = read("CREATE TABLE s (a ANY, b TEXT) STRICT", "CREATE TABLE u (a, b DEFAULT 1)");

        assertThat(model.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .map(Column::type))
                .containsExactly(
                        new ColumnType.Other("ANY"),
                        new ColumnType.Text(),
                        new ColumnType.Other(""),
                        new ColumnType.Other(""));
    }

    @Test
    void keys_to_nowhere_and_in_another_case_are_read() throws SQLException {
        var model = read(
                "CREATE TABLE \"Parent\" (\"Key\" text, \"Other\" text, PRIMARY KEY (\"Other\", \"Key\"))",
                "CREATE TABLE child (a REFERENCES missing, b REFERENCES PARENT(KEY), c text, d text, "
                        + "FOREIGN KEY (c, d) REFERENCES parent)");

        var child = model.table(TableName.of("child")).orElseThrow();
        assertThat(child.foreignKeys())
                .extracting(ForeignKey::target, ForeignKey::targetColumns)
                .containsExactly(
                        tuple(TableName.of("missing"), List.of("a")),
                        tuple(TableName.of("Parent"), List.of("Key")),
                        tuple(TableName.of("Parent"), List.of("Other", "Key")));
    }

    @Test
    void views_virtual_tables_and_sqlites_own_tables_are_left_out() throws SQLException {
        var model = read(
                "CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT)",
                "CREATE VIEW v AS SELECT * FROM t",
                "CREATE VIEW broken AS SELECT * FROM missing",
                "CREATE VIRTUAL TABLE f USING fts5(body)",
                "CREATE TEMP TABLE x (id integer)",
                "ANALYZE");

        assertThat(model.byName()).containsOnlyKeys(TableName.of("t"));
    }

    @Test
    void what_alter_table_adds_is_read() throws SQLException {
        var table = table(read(
                "CREATE TABLE t (a integer /* first */ -- line\n)",
                "ALTER TABLE t ADD COLUMN b text DEFAULT 'x' NOT NULL CONSTRAINT short CHECK (length(b) < 3)",
                "ALTER TABLE t ADD COLUMN c integer REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED"));

        assertThat(table.checks()).containsExactly(new CheckConstraint("short", "length(b) < 3"));
        assertThat(table.foreignKeys()).allMatch(ForeignKey::deferrable);
    }

    @Test
    void an_empty_database_is_an_empty_model() throws SQLException {
        assertThat(read()).isEqualTo(SchemaModel.EMPTY);
    }

    @Test
    void a_file_that_is_no_database_is_an_error_with_its_cause() throws Exception {
        try (var database = TestSqlite.create()) {
            Files.writeString(database.file(), "not a database, but long enough to be looked at".repeat(100));
            try (var connection = database.connection()) {
                assertThatThrownBy(() -> Introspector.read(connection))
                        .isInstanceOf(LaminException.class)
                        .hasMessageContaining("cannot be read")
                        .hasCauseInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void half_a_statement_does_not_stop_the_parsers() {
        var statement =
                "CREATE TABLE t (\"a\" varchar(3) DEFAULT (1) CHECK (a IN ('x', [b])) REFERENCES p (id) ON DELETE SET"
                        + " NULL NOT DEFERRABLE INITIALLY DEFERRED, CONSTRAINT c UNIQUE (a, b), `q` text COLLATE NOCASE AS (a || 'b'))";
        for (int end = 0; end <= statement.length(); end++) {
            var part = statement.substring(0, end);
            assertThatCode(() -> SqliteTableSql.parse(part)).doesNotThrowAnyException();
            assertThatCode(() -> SqliteIndexSql.parse(part)).doesNotThrowAnyException();
        }
    }

    private static SchemaModel read(String... statements) throws SQLException {
        try (var database = TestSqlite.create();
                var connection = database.connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
            return Introspector.read(connection);
        }
    }

    private static Table table(SchemaModel model) {
        return model.table(TableName.of("t")).orElseThrow();
    }

    private static List<Column> columns(SchemaModel model) {
        return table(model).columns();
    }
}
