package lamin.schema.internal.database;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns called like functions, types and key words, and SQL of every kind, on real databases. */
class ColumnsInExpressionsTest {
    static Stream<Arguments> words() {
        return Stream.of(
                        Arguments.of("length", "length(name) < 10"),
                        Arguments.of("lower", "lower(name) <> 'toolongname'"),
                        Arguments.of("text", "cast(name as text) <> 'toolongname'"),
                        Arguments.of("date", "name <> 'toolongname' and name <> 'date'"),
                        Arguments.of("value", "name <> 'toolongname' /* value */"),
                        Arguments.of("end", "case when name = 'toolongname' then 0 else 1 end = 1"),
                        Arguments.of("case", "case when name = 'toolongname' then 0 else 1 end = 1"))
                .flatMap(arguments -> Stream.of(Kind.values())
                        .map(kind ->
                                Arguments.of(kind, arguments.get()[0], arguments.get()[1])));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("words")
    void a_check_stays_when_a_column_called_like_a_word_in_it_is_dropped(Kind kind, String word, String check) {
        try (var database = Database.of(kind)) {
            var module = tableWith(word, check).then("next", op -> op.dropColumn("assay_t", word));

            Database.losing(database.deployer(module)).deploy();

            refusesTooLongName(database);
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("words")
    void a_check_stays_when_a_column_called_like_a_word_in_it_is_renamed(Kind kind, String word, String check) {
        try (var database = Database.of(kind)) {
            var module = tableWith(word, check)
                    .then("next", op -> op.alterColumn("assay_t", word).newName("other"))
                    .then("rebuilt", op -> op.alterColumn("assay_t", "other").type(string(80)));

            database.deploy(module);

            refusesTooLongName(database);
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    private static TestModule tableWith(String word, String check) {
        return TestModule.named("assay").then("base", op -> {
            var table = op.createTable("assay_t").column("name", text());
            table.column(word, string(40)).check(check);
        });
    }

    private static void refusesTooLongName(Database database) {
        database.execute("INSERT INTO assay_t (name) VALUES ('short')");
        assertThatThrownBy(() -> database.execute("INSERT INTO assay_t (name) VALUES ('toolongname')"))
                .as("a row that breaks the check")
                .message()
                .containsIgnoringCase("check");
    }

    @ParameterizedTest
    @EnumSource
    void generated_columns_and_indexes_follow_a_column_called_like_a_function(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = TestModule.named("assay")
                    .then("base", op -> {
                        var table = op.createTable("assay_t").column("lower", text());
                        table.column("low", text())
                                .generatedAs("lower(lower)")
                                .index("(lower(lower))")
                                .where("lower(lower) > lower");
                    })
                    .then("next", op -> op.alterColumn("assay_t", "lower").newName("name"))
                    .then(
                            "rebuilt",
                            op -> op.alterColumn("assay_t", "name")
                                    .nullable(false)
                                    .fill("'x'"));

            database.deploy(module);
            database.execute("INSERT INTO assay_t (name) VALUES ('ABC')");

            assertThat(database.rows("SELECT low FROM assay_t")).containsExactly("abc");
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_word_that_may_be_a_column_or_a_value_is_refused_by_name(Kind kind) {
        try (var database = Database.of(kind)) {
            var base = TestModule.named("assay")
                    .then(
                            "base",
                            op -> op.createTable("assay_t")
                                    .column("user", text())
                                    .column("name", text())
                                    .check("user <> name"));
            database.deploy(base);

            assertThatThrownBy(() -> database.deploy(base.then(
                            "next", op -> op.alterColumn("assay_t", "user").newName("owner"))))
                    .hasMessageContaining("table assay_t: cannot tell whether user is a column in: user <> name");
            assertThat(database.differencesTo(base)).isEmpty();
        }
    }

    static Stream<String> functions() {
        return Stream.of(
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE n integer; BEGIN n := 1; RETURN new; END $$",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$\nBEGIN\n  BEGIN PERFORM 1; EXCEPTION WHEN others THEN NULL; END;\n  RETURN 1; END $body$;",
                "DO $$ DECLARE n integer; BEGIN n := 1; COMMENT ON TABLE assay_t IS 'commit;'; END $$",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT f()",
                "COMMENT ON TABLE assay_t IS E'it\\'s; commit'; /* a /* b */ ; commit; */ SELECT 1");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void bodies_of_functions_and_every_kind_of_literal_are_run(String sql) {
        try (var database = Database.postgres()) {
            var module = TestModule.named("assay")
                    .then("base", op -> op.createTable("assay_t").column("id", int64()))
                    .then("next", op -> op.execute(sql().postgresql(sql).nothingElsewhere()));

            database.deploy(module);

            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("next");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keys_and_defaults_with_parentheses_at_both_ends_are_read_whole(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = TestModule.named("assay")
                    .then(
                            "base",
                            op -> op.createTable("assay_t")
                                    .column("a", int32())
                                    .column("b", int32())
                                    .column("c", string(10))
                                    .defaultSql("('a)')")
                                    .index("(a) + (b)")
                                    .name("ix_sum"));

            database.deploy(module);
            database.execute("INSERT INTO assay_t (a) VALUES (1)");

            assertThat(database.rows("SELECT c FROM assay_t")).containsExactly("a)");
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fill_reads_another_table_as_earlier_operations_left_it(Kind kind) {
        Consumer<Operations> next = op -> {
            op.alterColumn("assay_a", "n").type(string(20));
            op.addColumn("assay_b", "x", int32()).notNull().fill("7");
            op.addColumn("assay_a", "y", int32()).notNull().fill("(select max(x) from assay_b)");
        };
        try (var database = Database.of(kind)) {
            var base = TestModule.named("assay").then("base", op -> {
                op.createTable("assay_a").column("n", int32());
                op.createTable("assay_b").column("id", int64());
            });
            database.deploy(base);
            database.execute("INSERT INTO assay_a VALUES (1)", "INSERT INTO assay_b VALUES (1)");

            database.deploy(base.then("next", next));

            assertThat(database.rows("SELECT y FROM assay_a")).containsExactly("7");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void a_trigger_on_a_table_named_by_a_string_outlives_a_rebuild(Kind kind) {
        try (var database = Database.of(kind)) {
            var base = TestModule.named("assay")
                    .then("base", op -> op.createTable("assay_t").column("n", int32()));
            database.deploy(base);
            database.execute("CREATE TRIGGER t AFTER INSERT ON 'assay_t' BEGIN SELECT 1; END");

            database.deploy(
                    base.then("next", op -> op.alterColumn("assay_t", "n").type(text())));

            assertThat(database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                    .containsExactly("t");
        }
    }
}
