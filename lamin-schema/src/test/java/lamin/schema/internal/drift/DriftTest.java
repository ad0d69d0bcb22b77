package lamin.schema.internal.drift;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static lamin.schema.model.ColumnTypes.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.module.Chain;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has changed a database by hand, or nobody has. */
class DriftTest {
    private static final TestModule ASSAY = TestModule.named("assay")
            .then("aaaaaaaaaaaa", op -> {
                op.createTable("assay_notebook")
                        .column("id", int64())
                        .identity()
                        .column("name", string(255))
                        .notNull()
                        .column("kind", int64())
                        .column("note", text())
                        .primaryKey("id");
                op.createIndex("assay_notebook", "name");
                op.createCheckConstraint("assay_notebook", "kind in (1, 2)").name("kind_known");
            })
            .then("bbbbbbbbbbbb", op -> op.addColumn("assay_notebook", "version", string(20)));

    private static List<String> words(Database database, TestModule module) {
        return drift(database, module).stream().map(Difference::inDatabase).toList();
    }

    private static List<Difference> drift(Database database, TestModule module) {
        return drift(database, module, Notices.NONE).modules().getFirst().differences();
    }

    private static Drift drift(Database database, TestModule module, Notices notices) {
        try (var connection = database.connection()) {
            return Drift.read(connection, List.<Chain>of(module.chain()), notices);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void what_was_deployed_has_not_drifted_also_while_more_is_pending(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(ASSAY.until("aaaaaaaaaaaa"));

            assertThat(words(database, ASSAY)).isEmpty();
            database.deploy(ASSAY);
            assertThat(words(database, ASSAY)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void what_was_added_by_hand_is_in_the_database_only(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(ASSAY);
            database.execute(
                    "CREATE INDEX by_hand ON assay_notebook (kind)",
                    "ALTER TABLE assay_notebook ADD COLUMN colour text",
                    "CREATE TABLE assay_copy (id integer)",
                    "CREATE TABLE of_nobody (id integer)");

            assertThat(words(database, ASSAY))
                    .containsExactlyInAnyOrder(
                            "table assay_notebook: index (kind) named by_hand is in the database only",
                            "table assay_notebook: column colour is in the database only",
                            "table assay_copy is in the database only");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void what_was_dropped_by_hand_is_missing(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(ASSAY);
            database.execute("DROP INDEX assay_notebook_name_idx", "ALTER TABLE assay_notebook DROP COLUMN version");

            assertThat(words(database, ASSAY))
                    .containsExactlyInAnyOrder(
                            "table assay_notebook: column version is missing",
                            "table assay_notebook: index (name) is missing");
            database.execute("DROP TABLE assay_notebook");
            assertThat(words(database, ASSAY)).containsExactly("table assay_notebook is missing");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ALTER TABLE assay_notebook ALTER COLUMN name TYPE text; type; column name is text, expected string(255)
                    ALTER TABLE assay_notebook ALTER COLUMN name DROP NOT NULL; nullability; column name is nullable, expected not nullable
                    ALTER TABLE assay_notebook ALTER COLUMN kind SET DEFAULT 1; default; column kind has default 1, expected no default
                    ALTER TABLE assay_notebook ADD UNIQUE (name); unique; unique constraint (name) is in the database only
                    ALTER TABLE assay_notebook DROP CONSTRAINT kind_known; check; check (kind in (1, 2)) named kind_known is missing
                    ALTER TABLE assay_notebook RENAME CONSTRAINT kind_known TO k; name; check (kind in (1, 2)) is named k, expected named kind_known
                    ALTER INDEX assay_notebook_name_idx RENAME TO i; name; index (name) is named i, expected named by convention
                    ALTER TABLE assay_notebook ADD FOREIGN KEY (kind) REFERENCES assay_notebook (id); foreign_key; foreign key (kind) to assay_notebook (id) is in the database only
                    COMMENT ON TABLE assay_notebook IS 'mine'; comment; the table has comment mine, expected no comment
                    """)
    void each_change_by_hand_is_reported_with_its_kind(String sql, String kind, String words) {
        try (var database = Database.postgres()) {
            database.deploy(ASSAY);
            database.execute(sql);

            assertThat(drift(database, ASSAY)).singleElement().satisfies(difference -> {
                assertThat(difference.kind()).hasToString(kind);
                assertThat(difference.inDatabase()).isEqualTo("table assay_notebook: " + words);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind in (1, 2)",
                "kind not in (1, 2)",
                "kind between 1 and 5",
                "name::text <> ''",
                "cast(kind as text) = note",
                "name like 'a%' or name ilike '%b'",
                "note is null or length(trim(both from note)) > 0",
                "(kind > 0) = (note is not null)",
                "coalesce(note, name::text) ~ '^[a-z]+$'",
                "extract(year from timestamp '2026-01-01') = kind",
                "position('a' in note) > 0 and substring(note from 1 for 2) <> 'xx'",
                "kind = any (array[1, 2]) and not (kind = 3)",
                "date '2026-01-01' + interval '1 day' > date '2020-01-01'"
            })
    void what_postgresql_prints_otherwise_has_not_drifted(String expression) {
        var module = ASSAY.then("cccccccccccc", op -> {
            op.createCheckConstraint("assay_notebook", expression).name("checked");
            op.createIndex("assay_notebook", "(lower(name))", "kind").where(expression);
        });
        try (var database = Database.postgres()) {
            database.deploy(module);

            assertThat(words(database, module)).isEmpty();
        }
    }

    @Test
    void the_usual_precision_of_a_time_may_be_written_out() {
        var module = ASSAY.then("cccccccccccc", op -> op.addColumn("assay_notebook", "made_at", timestamptz()));
        try (var database = Database.postgres()) {
            database.deploy(module);
            database.execute("ALTER TABLE assay_notebook ALTER COLUMN made_at TYPE timestamp(6) with time zone");

            assertThat(words(database, module)).isEmpty();
        }
    }

    @Test
    void another_expression_under_the_same_name_is_drift() {
        try (var database = Database.postgres()) {
            database.deploy(ASSAY);
            database.execute(
                    "ALTER TABLE assay_notebook DROP CONSTRAINT kind_known",
                    "ALTER TABLE assay_notebook ADD CONSTRAINT kind_known CHECK (kind IN (1, 2, 3))");

            assertThat(words(database, ASSAY))
                    .containsExactly(
                            "table assay_notebook: check (kind in (1, 2)) named kind_known is missing",
                            "table assay_notebook: check (kind in (1, 2, 3)) named kind_known is in the database only");
        }
    }

    @Test
    void asking_the_server_leaves_nothing_behind() {
        try (var database = Database.postgres()) {
            database.deploy(ASSAY);
            var before = database.rows("SELECT nspname FROM pg_namespace ORDER BY 1");

            assertThat(words(database, ASSAY)).isEmpty();
            assertThat(database.rows("SELECT nspname FROM pg_namespace ORDER BY 1"))
                    .isEqualTo(before);
        }
    }

    @Test
    void without_the_right_to_create_a_schema_spellings_are_compared_and_that_is_reported() {
        try (var database = Database.postgres()) {
            database.deploy(ASSAY);
            var reader = "reader_" + ProcessHandle.current().pid();
            database.execute("CREATE ROLE " + reader, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader);
            var told = new ArrayList<String>();
            try (var connection = database.connection();
                    var statement = connection.createStatement()) {
                statement.execute("SET ROLE " + reader);
                var drift = Drift.read(connection, List.of(ASSAY.chain()), notice -> told.add(notice.message()));

                assertThat(drift.isEmpty()).isTrue();
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            } finally {
                database.execute("DROP OWNED BY " + reader, "DROP ROLE " + reader);
            }
            assertThat(told).singleElement().asString().contains("less exact", "permission denied");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void tables_of_a_module_that_the_ledger_does_not_have_are_untracked(TestDatabase.Kind kind) {
        try (var database = Database.of(kind)) {
            database.execute("CREATE TABLE assay_notebook (id integer)");

            var drift = drift(database, ASSAY, Notices.NONE);

            assertThat(drift.modules()).singleElement().matches(ModuleDrift::isUntracked);
            assertThat(drift.isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE assay_page DISABLE TRIGGER ALL",
                "ALTER TABLE assay_page DROP CONSTRAINT assay_page_notebook_id_fkey, ADD CONSTRAINT"
                        + " assay_page_notebook_id_fkey FOREIGN KEY (notebook_id) REFERENCES assay_notebook NOT VALID"
            })
    void a_key_that_the_server_does_not_hold_all_rows_to_is_missing(String byHand) {
        try (var database = Database.postgres()) {
            var pages = ASSAY.then(
                    "cccccccccccc",
                    op -> op.createTable("assay_page")
                            .column("notebook_id", int64())
                            .foreignKey("notebook_id")
                            .references("assay_notebook", "id"));
            database.deploy(pages);
            assertThat(words(database, pages)).isEmpty();

            database.execute(byHand);

            assertThat(words(database, pages)).singleElement().asString().endsWith("is missing");
        }
    }
}
