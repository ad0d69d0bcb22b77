package lamin.schema.internal.deploy;

import static lamin.schema.Refusals.advising;
import static lamin.schema.Refusals.offering;
import static lamin.schema.model.ColumnTypes.float64;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Refusals;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.deploy.Connections;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.operation.DataStep;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeployerTest {
    private static final TestModule BASE = TestModule.named("assay")
            .then(
                    "base",
                    op -> op.createTable("assay_x")
                            .column("id", int64())
                            .identity()
                            .column("name", text())
                            .primaryKey("id"));

    private static final TestModule NEXT = BASE.then("next", op -> op.addColumn("assay_x", "extra", text()));

    private static final TestModule BROKEN = NEXT.then("broken", op -> {
        op.alterColumn("assay_x", "name").newName("title").defaultValue("x");
        op.execute("INSERT INTO nowhere VALUES (1)");
    });

    @ParameterizedTest
    @EnumSource
    void there_is_nothing_to_deploy_twice(Kind kind) {
        try (var database = Database.of(kind)) {
            assertThat(database.deploy(NEXT).applied()).hasSize(2);
            assertThat(database.deploy(NEXT).applied()).isEmpty();
            assertThat(database.deployer(NEXT).plan().isEmpty()).isTrue();
            assertThat(database.differencesTo(NEXT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_without_migrations_is_noted(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);

            assertThat(database.deploy(BASE.inVersion("1.0.1")).applied()).isEmpty();

            assertThat(database.rows("SELECT version FROM lamin_module")).containsExactly("1.0.1");
        }
    }

    @Test
    void on_sqlite_a_failure_in_the_middle_leaves_everything_as_it_was() {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')");
            var schema = database.sqliteSchema();

            assertThatThrownBy(() -> database.deploy(BROKEN))
                    .hasMessageStartingWith("migration assay broken (vX.X.X) failed at: INSERT INTO nowhere VALUES (1)")
                    .hasMessageContaining("no such table: nowhere")
                    .extracting("code")
                    .isEqualTo(ErrorCode.FAILURE);

            assertThat(database.sqliteSchema()).isEqualTo(schema);
            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one");
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("base");
        }
    }

    @Test
    void on_postgresql_a_failure_leaves_the_migrations_before_it_applied() {
        try (var database = Database.postgres()) {
            database.deploy(BASE);

            assertThatThrownBy(() -> database.deploy(BROKEN)).hasMessageContaining("\"nowhere\" does not exist");

            assertThat(database.differencesTo(NEXT)).isEmpty();
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("next");
        }
    }

    @Test
    void on_postgresql_a_failure_on_a_fresh_database_leaves_it_empty() {
        try (var database = Database.postgres()) {
            assertThatThrownBy(() -> database.deploy(BROKEN)).hasMessageContaining("\"nowhere\" does not exist");

            assertThat(database.rows(
                            "SELECT table_name FROM information_schema.tables" + " WHERE table_schema = 'public'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_ahead_is_refused_with_the_version_to_install(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(NEXT.inVersion("2.3.0"));

            assertThatThrownBy(() -> database.deploy(BASE))
                    .hasMessage("the database is ahead of the code: it has module assay 2.3.0 at revision next,"
                            + " the code here is version 1.0.0")
                    .satisfies(offering(new InstallModule("assay", "2.3.0", "lnschema-assay", true)))
                    .satisfies(Refusals.about(Facts.Kind.REVISION, "next"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_value_of_a_row_is_reported(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(NEXT);
            database.execute("INSERT INTO assay_x (name) VALUES ('Jane Doe')");
            var told = new ArrayList<String>();
            var renaming = NEXT.then("rename", op -> {
                op.alterColumn("assay_x", "name").newName("title");
                op.renameTable("assay_x", "assay_y");
            });

            new Deployer(
                            database::connection,
                            List.of(renaming.chain()),
                            Database.AUTHOR,
                            notice -> told.add(notice.message()))
                    .deploy();

            assertThat(told).containsExactly("applied assay rename (vX.X.X)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void migrations_are_reported_as_applied_only_once_they_are_committed(Kind kind) {
        try (var database = Database.of(kind)) {
            var told = new ArrayList<String>();
            Connections connections = () -> WatchedConnection.of(database.connection(), call -> {
                if (call.isCommit()) {
                    throw new SQLException(
                            "[SQLITE_IOERR] Some kind of disk I/O error occurred (disk I/O error)", null, 10);
                }
            });
            var deployer = new Deployer(
                    connections, List.of(NEXT.chain()), Database.AUTHOR, notice -> told.add(notice.message()));

            var failure = assertThatThrownBy(deployer::deploy).isInstanceOf(LaminException.class);

            assertThat(told).noneMatch(line -> line.startsWith("applied"));
            if (kind == Kind.SQLITE) {
                failure.hasMessageEndingWith("\nnothing of the deploy was kept");
            }
            assertThat(database.deploy(NEXT).applied()).hasSameSizeAs(NEXT.scripts());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_holds_data_is_dropped_only_when_it_is_named(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(NEXT);
            database.execute("INSERT INTO assay_x (name) VALUES ('one'), ('two'), (NULL)");
            var dropping = NEXT.then("drop", op -> {
                op.dropColumn("assay_x", "extra");
                op.alterColumn("assay_x", "name").newName("title");
                op.dropColumn("assay_x", "title");
            });

            assertThatThrownBy(() -> database.deploy(dropping))
                    .hasMessage("migration assay drop (vX.X.X) drops column assay_x.name, which holds 2 values,"
                            + " for example one, two"
                            + "\nnothing was changed")
                    .satisfies(offering(new AllowDrop(new Deploy(), List.of("assay_x.name"))))
                    .satisfies(Refusals.about(Facts.Kind.COLUMN, "assay_x.name"))
                    .satisfies(Refusals.about(Facts.Kind.REVISION, "drop"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(NEXT)).isEmpty();

            database.deployer(dropping).allowingDrops(Set.of("assay_x.name")).deploy();
            assertThat(database.differencesTo(dropping)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_with_rows_is_dropped_only_when_it_is_named(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')");
            var dropping = BASE.then("drop", op -> {
                op.renameTable("assay_x", "assay_y");
                op.dropTable("assay_y");
            });

            assertThatThrownBy(() -> database.deploy(dropping))
                    .satisfies(offering(new AllowDrop(new Deploy(), List.of("assay_x"))));

            database.deployer(dropping).allowingDrops(Set.of("assay_x")).deploy();
            assertThat(database.schema().tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_authors_sql_renamed_is_still_counted(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')");
            var dropping = BASE.then("rename", op -> {
                        op.execute("ALTER TABLE assay_x RENAME TO assay_y");
                        op.stateOnly().applied(state -> state.renameTable("assay_x", "assay_y"));
                        op.execute("ALTER TABLE assay_y RENAME COLUMN name TO title");
                        op.stateOnly()
                                .applied(state ->
                                        state.alterColumn("assay_y", "name").newName("title"));
                    })
                    .then("drop", op -> op.dropColumn("assay_y", "title"));

            assertThatThrownBy(() -> database.deploy(dropping))
                    .satisfies(offering(new AllowDrop(new Deploy(), List.of("assay_x.name"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_migration_that_was_edited_after_it_had_been_applied_is_named(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            var edited = TestModule.named("assay")
                    .then("base", op -> op.createTable("assay_x").column("name", text()))
                    .then("next", op -> op.addColumn("assay_x", "extra", text()));

            assertThatThrownBy(() -> database.deploy(edited))
                    .hasMessageStartingWith(
                            "migration assay base (vX.X.X) was changed after it had been applied to this database")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_migration_is_named_also_where_nothing_is_pending(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            var edited = TestModule.named("assay")
                    .then("base", op -> op.createTable("assay_x").column("name", text()));

            assertThatThrownBy(() -> database.deploy(edited))
                    .hasMessageStartingWith("migration assay base (vX.X.X) was changed after it had been applied")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThatThrownBy(() -> database.deploy(edited.inVersion("1.0.1")))
                    .hasMessageStartingWith("migration assay base (vX.X.X) was changed after it had been applied");
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_of_many_migrations_are_in_the_history_until_they_are_undone(Kind kind) {
        try (var database = Database.of(kind)) {
            var many = TestModule.named("assay");
            for (int number = 0; number < 250; number++) {
                many = many.then("r%03d".formatted(number), op -> {});
            }

            database.deploy(many);

            assertThat(database.rows("SELECT revision, state FROM lamin_migration ORDER BY revision"))
                    .hasSize(250)
                    .contains("r000|applied", "r100|applied", "r249|applied");
            assertThat(database.rows("SELECT version_num FROM migration_assay")).containsExactly("r249");
            assertThat(database.deploy(many).applied()).isEmpty();

            database.downgrade("assay@base", many);

            assertThat(database.rows("SELECT revision FROM lamin_migration")).isEmpty();
            assertThat(database.rows("SELECT version_num FROM migration_assay")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_do_not_fit_are_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one'), ('one')");
            var unique = BASE.then("unique", op -> op.createUniqueConstraint("assay_x", "name"));

            assertThatThrownBy(() -> database.deploy(unique))
                    .hasMessage(
                            "2 rows of assay_x have the same (name) as another, which migration assay unique (vX.X.X)"
                                    + " makes unique, for example one"
                                    + "\nnothing was changed")
                    .satisfies(offering(new Advice("fix or delete the duplicate rows")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_would_lack_a_required_value_are_counted_before_anything_runs(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one'), (NULL)");
            var required = BASE.then("required", op -> {
                op.renameTable("assay_x", "assay_y");
                op.alterColumn("assay_y", "name").newName("title").nullable(false);
                op.addColumn("assay_y", "size", int64()).notNull();
            });

            assertThatThrownBy(() -> database.deploy(required))
                    .hasMessage("1 rows of assay_x have no value for column title, which migration assay required"
                            + " (vX.X.X) makes NOT NULL, for example id 2"
                            + "\n2 rows of assay_x have no value for column size, which migration assay required"
                            + " (vX.X.X) makes NOT NULL"
                            + "\nnothing was changed")
                    .satisfies(offering(
                            new Advice("give the column a default, or state what to write there: .fill(\"SQL\")")))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
            assertThat(database.differencesTo(BASE)).isEmpty();
        }
    }

    /** Deletes a row that another points to. */
    public static final class DeleteParent implements DataStep {
        @Override
        public void run(Connection connection) throws SQLException {
            Jdbc.execute(connection, "DELETE FROM assay_x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void java_of_a_migration_that_breaks_foreign_keys_is_refused(Kind kind) {
        try (var database = Database.of(kind)) {
            var children = BASE.then(
                    "child",
                    op -> op.createTable("assay_child")
                            .column("x_id", int64())
                            .foreignKey("x_id")
                            .references("assay_x", "id")
                            .deferrable());
            database.deploy(children);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')", "INSERT INTO assay_child (x_id) VALUES (1)");

            assertThatThrownBy(() -> database.deploy(children.then("delete", op -> op.run(DeleteParent.class))))
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            assertThat(database.rows("SELECT * FROM assay_x")).containsExactly("1|one");
        }
    }

    @Test
    void a_read_only_file_is_reported_in_one_clear_sentence() {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            var url = database.database().jdbcUrl().replace("jdbc:sqlite:", "jdbc:sqlite:file:") + "?mode=ro";
            var deployer = new Deployer(
                    () -> DriverManager.getConnection(url), List.of(NEXT.chain()), Database.AUTHOR, Notices.NONE);

            assertThatThrownBy(deployer::deploy)
                    .hasMessageContaining("readonly database")
                    .satisfies(advising("make the file and its folder writable for this user"))
                    .extracting("code")
                    .isEqualTo(ErrorCode.FAILURE);
        }
    }

    @Test
    void numbers_that_postgresql_would_round_are_refused_after_sql_of_the_author_too() {
        var module = TestModule.named("assay")
                .then("base", op -> op.createTable("assay_x").column("size", float64()));
        try (var database = Database.postgres()) {
            database.deploy(module);
            database.execute("INSERT INTO assay_x VALUES (1.5)");

            assertThatThrownBy(() -> database.deploy(module.then("int", op -> {
                        op.execute("UPDATE assay_x SET size = size");
                        op.alterColumn("assay_x", "size").type(int64());
                    })))
                    .hasMessageContaining("values of assay_x.size would be rounded or cut off as int64")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @Test
    void text_that_postgresql_would_cut_off_is_refused_after_sql_of_the_author_too() {
        try (var database = Database.postgres()) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('too long')");

            assertThatThrownBy(() -> database.deploy(BASE.then("short", op -> {
                        op.execute("UPDATE assay_x SET name = name");
                        op.alterColumn("assay_x", "name").type(string(3));
                    })))
                    .hasMessageContaining("value too long")
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);
        }
    }

    @Test
    void sql_that_would_end_the_transaction_of_a_sqlite_deploy_is_refused_before_anything_runs() {
        for (var sql : List.of(
                "COMMIT",
                "begin; UPDATE assay_x SET name = 'x'; commit;",
                "-- done\nEND TRANSACTION",
                "ROLLBACK",
                "CREATE TRIGGER t AFTER DELETE ON assay_x BEGIN DELETE FROM assay_x; END; COMMIT")) {
            try (var database = Database.sqlite()) {
                database.deploy(BASE);

                assertThatThrownBy(() -> database.deploy(NEXT.then("own", op -> op.execute(sql))))
                        .hasMessageStartingWith("migration assay own (vX.X.X) does not fit: its SQL contains ")
                        .satisfies(advising("leave it out"))
                        .extracting("code")
                        .isEqualTo(ErrorCode.REFUSED);

                assertThat(database.differencesTo(BASE)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_statements_of_an_authors_text_are_run(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(BASE.then(
                    "own",
                    op -> op.execute("INSERT INTO assay_x (name) VALUES ('a;b'); -- one; two"
                            + "\nINSERT INTO assay_x (name) VALUES ('c');; ")));

            assertThat(database.rows("SELECT name FROM assay_x ORDER BY id")).containsExactly("a;b", "c");
        }
    }

    @Test
    void triggers_and_savepoints_of_an_author_are_fine() {
        try (var database = Database.sqlite()) {
            database.deploy(BASE.then("own", op -> {
                op.execute("CREATE TRIGGER t AFTER DELETE ON assay_x BEGIN"
                        + " UPDATE assay_x SET name = CASE WHEN id > 1 THEN 'a' ELSE 'b' END; DELETE FROM assay_x; END;"
                        + " INSERT INTO assay_x (name) VALUES ('begin; commit')");
                op.execute("SAVEPOINT mine");
                op.execute("DELETE FROM assay_x");
                op.execute("ROLLBACK TO mine");
                op.execute("RELEASE mine");
            }));

            assertThat(database.rows("SELECT name FROM assay_x")).containsExactly("begin; commit");
        }
    }

    @Test
    void a_table_is_renamed_to_the_same_name_in_other_letters() {
        try (var database = Database.sqlite()) {
            database.deploy(BASE);
            database.execute("INSERT INTO assay_x (name) VALUES ('one')");
            var module = BASE.then("renamed", op -> op.renameTable("assay_x", "assay_X"));

            database.deploy(module);

            assertThat(database.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'assay_x'"))
                    .containsExactly("assay_X");
            assertThat(database.rows("SELECT name FROM assay_X")).containsExactly("one");
        }
    }
}
