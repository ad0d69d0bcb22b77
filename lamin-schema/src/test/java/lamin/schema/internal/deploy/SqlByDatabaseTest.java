package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.sql.DatabaseSql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.Systems;
import lamin.schema.fixture.TestModule;
import lamin.schema.operation.Operations;
import lamin.schema.sql.DatabaseSql;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SQL that scripts give by database. */
class SqlByDatabaseTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "first",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .column("name", text())
                            .primaryKey("id"));

    private static final DatabaseSql ROW = sql().sqlite("INSERT INTO assay_x VALUES (1, 'sqlite')")
            .postgresql("INSERT INTO assay_x VALUES (1, 'postgresql')")
            .with("duckdb", "INSERT INTO assay_x VALUES (1, 'duckdb')");

    @ParameterizedTest
    @EnumSource
    void each_database_runs_its_own_sql_up_and_down(Kind kind) {
        try (var database = Database.of(kind)) {
            var module = BASE.then("row", op -> op.execute(ROW))
                    .undoneBy(op -> op.execute(sql().sqlite("DELETE FROM assay_x WHERE name = 'sqlite'")
                            .postgresql("DELETE FROM assay_x WHERE name = 'postgresql'")));

            database.deploy(module);
            assertThat(database.value("SELECT name FROM assay_x")).isEqualTo(key(kind));

            database.downgrade("first", module);
            assertThat(database.rows("SELECT name FROM assay_x")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_elsewhere_leaves_other_databases_alone(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE.then(
                    "row",
                    op -> op.execute(sql().sqlite("INSERT INTO assay_x VALUES (1, 'mine')")
                            .nothingElsewhere())));

            assertThat(database.rows("SELECT name FROM assay_x"))
                    .isEqualTo(kind == Kind.SQLITE ? List.of("mine") : List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void defaults_and_values_differ_by_database(Kind kind) {
        try (var database = Database.of(kind)) {
            var letter = sql().sqlite("char(97)").postgresql("chr(97)");
            var module = BASE.then("defaults", op -> {
                op.alterColumn("assay_x", "name").defaultSql(letter);
                op.addColumn("assay_x", "code", text()).defaultSql(letter);
                op.insertInto("assay_x").value("id", 1);
                op.insertInto("assay_x")
                        .value("id", 2)
                        .valueSql("name", sql().sqlite("char(98)").elsewhere("chr(98)"));
            });

            database.deploy(module);

            assertThat(database.rows("SELECT name || code FROM assay_x ORDER BY id"))
                    .containsExactly("aa", "ba");
            assertThat(database.differencesTo(module)).isEmpty();
        }
    }

    static Stream<Arguments> unmentioned() {
        Map<String, Consumer<Operations>> scripts = Map.of(
                "execute", op -> op.execute(onlyOn("SELECT 1")),
                "new table",
                        op -> op.createTable("assay_y").column("name", text()).defaultSql(onlyOn("lower('A')")),
                "new column", op -> op.addColumn("assay_x", "code", text()).defaultSql(onlyOn("lower('A')")),
                "new filled column",
                        op -> op.addColumn("assay_x", "code", text())
                                .defaultSql(onlyOn("lower('A')"))
                                .fill("'a'"),
                "default", op -> op.alterColumn("assay_x", "name").defaultSql(onlyOn("lower('A')")),
                "row", op -> op.insertInto("assay_x").value("id", 1).valueSql("name", onlyOn("lower('A')")));
        return Stream.of(Kind.values())
                .flatMap(kind -> scripts.entrySet().stream()
                        .map(script -> Arguments.of(kind, script.getKey(), script.getValue())));
    }

    private static DatabaseSql onlyOn(String text) {
        return sql().with("duckdb", text);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("unmentioned")
    void a_database_that_is_not_mentioned_refuses_the_script_before_the_first_statement(
            Kind kind, String what, Consumer<Operations> script) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);

            assertThatThrownBy(() -> database.deploy(BASE.then("next", op -> {
                        op.execute("INSERT INTO assay_x VALUES (7, 'seven')");
                        script.accept(op);
                    })))
                    .hasMessageContaining(
                            "assay next (vX.X.X) does not fit: its SQL is for duckdb, and this database is " + key(kind)
                                    + "\nadd ." + key(kind) + "(\"...\")")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.rows("SELECT id FROM assay_x")).isEmpty();
            assertThat(database.differencesTo(BASE)).isEmpty();
        }
    }

    @Test
    void sql_for_no_database_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.then("none", op -> op.execute(sql())))
                .withMessageContaining("execute needs SQL for at least one database");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.then("none", op -> op.execute(sql().nothingElsewhere())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.then(
                        "none",
                        op -> op.alterColumn("assay_x", "name")
                                .defaultSql(sql().sqlite("char(97)").nothingElsewhere())))
                .withMessageContaining("a value needs SQL on every database");
    }

    private static String key(Kind kind) {
        return Systems.of(kind).key();
    }
}
