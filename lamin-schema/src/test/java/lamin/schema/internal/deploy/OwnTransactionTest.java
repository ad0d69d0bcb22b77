package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Remedy.Advice;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.operation.DataStep;
import lamin.schema.sql.DatabaseSql;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations whose SQL or Java would end the transaction that they are part of. */
class OwnTransactionTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then("base", op -> op.createTable("assay_x").column("id", int64()).primaryKey("id"));

    static Stream<Arguments> sql() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(
                                "COMMIT",
                                "BEGIN; INSERT INTO assay_x VALUES (2); COMMIT",
                                "INSERT INTO assay_x VALUES (2); -- now\n commit;",
                                "/* all */ ROLLBACK")
                        .map(sql -> Arguments.of(kind, sql)));
    }

    @ParameterizedTest
    @MethodSource("sql")
    void sql_that_ends_the_transaction_is_refused_before_anything_is_done(Kind kind, String sql) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);

            assertThatThrownBy(() -> database.deploy(BASE.then("next", op -> {
                        op.addColumn("assay_x", "extra", text());
                        op.execute(sql);
                    })))
                    .hasMessageContaining("assay next (vX.X.X) does not fit: its SQL contains")
                    .hasMessageEndingWith("nothing was changed")
                    .satisfies(offering(new Advice("leave it out")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.differencesTo(BASE)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_words_in_strings_and_bodies_do_no_harm(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(
                    BASE.then(
                            "next",
                            op -> op.execute(
                                    DatabaseSql.sql()
                                            .sqlite(
                                                    "CREATE TRIGGER t AFTER INSERT ON assay_x BEGIN DELETE FROM assay_x WHERE id < 0; END")
                                            .postgresql(
                                                    "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$"))));

            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("next");
        }
    }

    @ParameterizedTest
    @EnumSource
    void java_that_commits_fails_and_nothing_is_kept(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);

            assertThatThrownBy(() -> database.deploy(BASE.then("next", op -> {
                        op.addColumn("assay_x", "extra", text());
                        op.run(Committing.class);
                    })))
                    .hasMessageContaining("failed in Committing")
                    .hasMessageContaining("a step must not call commit")
                    .hasMessageContaining("nothing of it was kept");

            assertThat(database.differencesTo(BASE)).isEmpty();
            assertThat(database.rows("SELECT id FROM assay_x")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void java_may_go_back_to_a_savepoint(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE.then("next", op -> op.run(GoingBack.class)));

            assertThat(database.rows("SELECT id FROM assay_x")).containsExactly("1");
        }
    }

    /** Commits what it did. */
    public static final class Committing implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            Jdbc.execute(connection, "INSERT INTO assay_x (id) VALUES (1)");
            connection.commit();
        }
    }

    /** Undoes a part of what it did. */
    public static final class GoingBack implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            Jdbc.execute(connection, "INSERT INTO assay_x (id) VALUES (1)");
            Jdbc.execute(connection, "SAVEPOINT before_two");
            Jdbc.execute(connection, "INSERT INTO assay_x VALUES (2)");
            Jdbc.execute(connection, "ROLLBACK TO SAVEPOINT before_two");
        }
    }
}
