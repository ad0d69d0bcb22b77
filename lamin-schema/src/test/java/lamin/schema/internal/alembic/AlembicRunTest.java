package lamin.schema.internal.alembic;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lamin.schema.fixture.Alembic;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.plan.ModuleStatus;
import lamin.schema.internal.plan.Planner;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alembic from PyPI on exported environments. */
@Tag("peers")
class AlembicRunTest {
    private static final TestModule ASSAY = TestModule.named("assay")
            .then(
                    "first",
                    op -> op.createTable("assay_kind")
                            .column("id", int64())
                            .identity()
                            .column("name", string(20))
                            .notNull()
                            .primaryKey("id"));
    private static final TestModule PLATE = TestModule.named("plate")
            .thenAfter(
                    "well",
                    "first",
                    op -> op.createTable("plate_well")
                            .column("id", int64())
                            .identity()
                            .column("kind_id", int64())
                            .primaryKey("id")
                            .foreignKey("kind_id")
                            .references("assay_kind"));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void either_goes_on_where_the_other_stopped(TestDatabase.Kind kind) throws Exception {
        var second = ASSAY.then("second", op -> op.addColumn("assay_kind", "note", string(10)));
        var third = second.then("third", op -> op.dropColumn("assay_kind", "name"));
        try (var database = Database.of(kind)) {
            var alembic = Alembic.export(folder.resolve("alembic"), second);
            database.deploy(ASSAY);

            succeeds(alembic, "assay", database, "upgrade", "head");

            assertThat(succeeds(alembic, "assay", database, "current")).contains("second (head)");
            assertThat(status(database, second)).isInstanceOf(ModuleStatus.InSync.class);
            assertThat(database.deploy(third).applied()).hasSize(1);
            assertThat(succeeds(Alembic.export(folder.resolve("alembic"), third), "assay", database, "current"))
                    .contains("third (head)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_waits_for_those_it_needs_and_goes_before_them(TestDatabase.Kind kind) throws Exception {
        try (var database = Database.of(kind)) {
            var alembic = Alembic.export(folder.resolve("alembic"), ASSAY, PLATE);

            assertThat(fails(alembic, "plate", database, "upgrade", "head"))
                    .contains("Revision well of module plate needs module assay at revision first or after.");
            assertThat(database.schema().tables()).isEmpty();
            succeeds(alembic, "assay", database, "upgrade", "head");
            succeeds(alembic, "plate", database, "upgrade", "head");
            assertThat(database.differencesTo(ASSAY, PLATE)).isEmpty();

            assertThat(fails(alembic, "assay", database, "downgrade", "base"))
                    .contains("Revision first of module assay is needed by revision well of module plate.");
            succeeds(alembic, "plate", database, "downgrade", "base");
            succeeds(alembic, "assay", database, "downgrade", "base");
            assertThat(database.schema().tables()).isEmpty();
        }
    }

    @Test
    void a_failure_half_way_leaves_nothing_on_sqlite() throws Exception {
        var broken = ASSAY.then("second", op -> {
            op.addColumn("assay_kind", "note", string(10));
            op.execute("INSERT INTO nowhere VALUES (1)");
        });
        try (var database = Database.sqlite()) {
            var alembic = Alembic.export(folder.resolve("alembic"), broken);

            assertThat(fails(alembic, "assay", database, "upgrade", "head")).contains("no such table: nowhere");

            assertThat(database.sqliteSchema()).isEmpty();
        }
    }

    @Test
    void a_rebuild_keeps_rows_children_triggers_views_and_indexes_that_no_migration_made() throws Exception {
        var rebuilt =
                ASSAY.then("second", op -> op.alterColumn("assay_kind", "name").defaultValue("nobody"));
        var plate = PLATE;
        try (var database = Database.sqlite()) {
            database.deploy(ASSAY, plate);
            database.execute(
                    "INSERT INTO assay_kind (name) VALUES ('one'), ('two'), ('three')",
                    "DELETE FROM assay_kind WHERE name = 'three'",
                    "INSERT INTO plate_well (kind_id) VALUES (1), (2)",
                    "CREATE INDEX by_hand ON assay_kind (lower(name))",
                    "CREATE VIEW kinds AS SELECT name FROM assay_kind",
                    "CREATE TRIGGER kept AFTER INSERT ON plate_well BEGIN UPDATE assay_kind SET name = 'x'; END");
            var others = "SELECT name, sql FROM sqlite_schema WHERE name IN ('by_hand', 'kinds', 'kept') ORDER BY 1";
            var before = database.rows(others);

            succeeds(Alembic.export(folder.resolve("alembic"), rebuilt, plate), "assay", database, "upgrade", "head");

            assertThat(database.rows("SELECT id, name FROM assay_kind")).containsExactly("1|one", "2|two");
            assertThat(database.rows("SELECT id, kind_id FROM plate_well")).containsExactly("1|1", "2|2");
            assertThat(database.rows(others)).isEqualTo(before).hasSize(3);
            assertThat(database.value("SELECT seq FROM sqlite_sequence WHERE name = 'assay_kind'"))
                    .isEqualTo("3");
        }
    }

    @Test
    void a_rebuild_that_would_lose_something_is_refused() throws Exception {
        var rebuilt =
                ASSAY.then("second", op -> op.alterColumn("assay_kind", "name").defaultValue("nobody"));
        try (var database = Database.sqlite()) {
            database.deploy(ASSAY);
            database.execute("ALTER TABLE assay_kind ADD COLUMN by_hand text");

            assertThat(fails(Alembic.export(folder.resolve("alembic"), rebuilt), "assay", database, "upgrade", "head"))
                    .contains("Table assay_kind has what no migration made: by_hand.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sql_is_run_to_the_letter(TestDatabase.Kind kind) throws Exception {
        var text = "100 %, 10%s, :name, ::x, \\ {y} '' \"z\" é 😀\n$1 ?";
        var filled = ASSAY.then(
                        "second",
                        op -> op.addColumn("assay_kind", "note", string(100))
                                .notNull()
                                .fill("'" + text + "'"))
                .then("third", op -> op.execute("INSERT INTO assay_kind (name, note) VALUES ('new', '" + text + "')"));
        try (var database = Database.of(kind)) {
            database.deploy(ASSAY);
            database.execute("INSERT INTO assay_kind (name) VALUES ('one')");

            succeeds(Alembic.export(folder.resolve("alembic"), filled), "assay", database, "upgrade", "head");

            var expected = text.replace("''", "'");
            assertThat(database.rows("SELECT note FROM assay_kind")).isEqualTo(List.of(expected, expected));
        }
    }

    @Test
    void an_index_is_built_concurrently_on_postgresql() throws Exception {
        var indexed = ASSAY.thenOutsideTransaction(
                "second", op -> op.createIndex("assay_kind", "name").concurrently());
        try (var database = Database.postgres()) {
            succeeds(Alembic.export(folder.resolve("alembic"), indexed), "assay", database, "upgrade", "head");

            assertThat(database.differencesTo(indexed)).isEmpty();
        }
    }

    private static ModuleStatus status(Database database, TestModule module) throws Exception {
        try (var connection = database.connection()) {
            var plan = new Planner(List.of(module.chain())).plan(new Ledger(connection).read());
            return plan.statuses().getFirst();
        }
    }

    private static String succeeds(Alembic alembic, String module, Database database, String... command)
            throws Exception {
        var result = alembic.run(module, database, command);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private static String fails(Alembic alembic, String module, Database database, String... command) throws Exception {
        var result = alembic.run(module, database, command);
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        return result.output();
    }
}
