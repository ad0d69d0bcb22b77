package lamin.schema.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.Notices;
import lamin.schema.deploy.Connections;
import lamin.schema.deploy.Patience;
import lamin.schema.fixture.BuiltModule;
import lamin.schema.fixture.BuiltModule.Installed;
import lamin.schema.fixture.BuiltModule.Packaging;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.ModuleFixture;
import lamin.schema.fixture.Role;
import lamin.schema.internal.ledger.Ledger;
import lamin.schema.internal.sql.Jdbc;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a deploy has nothing to do is found out once for each state of code and ledger. */
class UpToDateTest {
    private static final String VERIFIED = "SELECT count(*) FROM lamin_verified";
    private static final String EDITED = "was changed after it had been applied to this database";

    @TempDir
    private Path folder;

    private static ModuleFixture assay(String column) {
        return ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"bbbbbbbbbbbb\"")
                .migration("V1", "id = \"aaaaaaaaaaaa\"", create("assay_x"))
                .migration(
                        "V2",
                        "id = \"bbbbbbbbbbbb\", down = \"aaaaaaaaaaaa\"",
                        "op.addColumn(\"assay_x\", \"" + column + "\", lamin.schema.model.ColumnTypes.text());");
    }

    private static ModuleFixture lab(String dependsOn) {
        return ModuleFixture.of("lnschema_lab", "version = \"1.0.0\", migration = \"cccccccccccc\"")
                .migration("V1", "id = \"cccccccccccc\"" + dependsOn, create("lab_x"));
    }

    private static String create(String table) {
        return "op.createTable(\"" + table + "\").column(\"id\", lamin.schema.model.ColumnTypes.int64())"
                + ".primaryKey(\"id\");";
    }

    private BuiltModule built(ModuleFixture sources, Packaging packaging) {
        return BuiltModule.of(sources, folder, packaging);
    }

    private BuiltModule assay() {
        return built(assay("note"), Packaging.FOLDER);
    }

    private static Deployer deployer(Connections connections, Installed installed, Notices notices) {
        var names = installed.catalog().code().stream()
                .map(code -> code.header().name())
                .toList();
        return new Deployer(connections, installed.catalog().chainsOf(names), Database.AUTHOR, notices);
    }

    /** Deploys as a new process does, and returns what that had to load. */
    private static List<String> deploy(Connections connections, BuiltModule... modules) {
        try (var installed = BuiltModule.install(modules)) {
            deployer(connections, installed, Notices.NONE).deploy();
            return installed.loadedClasses();
        }
    }

    private static List<String> deploy(Database database, BuiltModule... modules) {
        return deploy(database::connection, modules);
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, FOLDER", "SQLITE, JAR", "POSTGRESQL, FOLDER", "POSTGRESQL, JAR"})
    void with_nothing_to_do_no_script_is_loaded(Kind kind, Packaging packaging) {
        var module = built(assay("note"), packaging);
        try (var database = Database.of(kind)) {
            assertThat(deploy(database, module)).contains("V1", "V2");

            assertThat(deploy(database, module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_would_be_lost_is_known_without_a_script_too(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind)) {
            deploy(database, module);
            try (var installed = BuiltModule.install(module)) {
                assertThat(deployer(database::connection, installed, Notices.NONE)
                                .losses())
                        .isEmpty();
                assertThat(installed.loadedClasses()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, FOLDER", "SQLITE, JAR", "POSTGRESQL, FOLDER", "POSTGRESQL, JAR"})
    void an_edited_script_of_the_same_size_and_time_is_noticed(Kind kind, Packaging packaging) {
        var module = built(assay("note"), packaging);
        try (var database = Database.of(kind)) {
            deploy(database, module);
            module.build(assay("text"));

            assertThatThrownBy(() -> deploy(database, module))
                    .hasMessageContaining("migration assay bbbbbbbbbbbb (vX.X.X) " + EDITED)
                    .extracting("code")
                    .isEqualTo(ErrorCode.REFUSED);

            module.build(assay("note"));
            assertThat(deploy(database, module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_meaning_by_way_of_a_helper_is_noticed(Kind kind) {
        var names = "class Names { static String column() { return \"%s\"; } }";
        var script = "op.createTable(\"assay_x\").column(Names.column(), lamin.schema.model.ColumnTypes.int64());";
        try (var database = Database.of(kind)) {
            var module = built(withNames(names.formatted("one"), script), Packaging.FOLDER);
            deploy(database, module);
            module.build(withNames(names.formatted("two"), script));

            assertThatThrownBy(() -> deploy(database, module)).hasMessageContaining(EDITED);
        }
    }

    private static ModuleFixture withNames(String names, String script) {
        return ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"aaaaaaaaaaaa\"")
                .type("migrations.versions.Names", names)
                .migration("V1", "id = \"aaaaaaaaaaaa\"", script);
    }

    @ParameterizedTest
    @EnumSource
    void what_changes_no_meaning_is_looked_at_once(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind)) {
            deploy(database, module);
            module.build(assay("note").type("Helper", "public class Helper {}"));

            assertThat(deploy(database, module)).contains("V1", "V2");
            assertThat(deploy(database, module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_is_noted_and_then_known(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind)) {
            deploy(database, module);
            module.build(ModuleFixture.of("lnschema_assay", "version = \"1.0.1\", migration = \"aaaaaaaaaaaa\"")
                    .migration("V1", "id = \"aaaaaaaaaaaa\"", create("assay_x")));
            database.execute(
                    "UPDATE migration_assay SET version_num = 'aaaaaaaaaaaa'",
                    "DELETE FROM lamin_migration WHERE revision = 'bbbbbbbbbbbb'");

            assertThat(deploy(database, module)).isNotEmpty();
            assertThat(database.rows("SELECT version FROM lamin_module")).containsExactly("1.0.1");
            assertThat(deploy(database, module)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_edited_ledger_is_noticed(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind)) {
            deploy(database, module);
            database.execute("UPDATE lamin_migration SET checksum = 'c2:other' WHERE revision = 'aaaaaaaaaaaa'");

            assertThatThrownBy(() -> deploy(database, module)).hasMessageContaining(EDITED);

            database.execute("DELETE FROM lamin_migration WHERE revision = 'aaaaaaaaaaaa'");
            assertThat(deploy(database, module)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_head_that_somebody_moved_is_noticed(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind)) {
            deploy(database, module);
            database.execute("UPDATE migration_assay SET version_num = 'aaaaaaaaaaaa'");

            assertThatThrownBy(() -> deploy(database, module)).hasMessageContaining("note");

            database.execute("UPDATE migration_assay SET version_num = 'eeeeeeeeeeee'");
            assertThatThrownBy(() -> deploy(database, module))
                    .extracting("code")
                    .isEqualTo(ErrorCode.INCOMPATIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_second_head_is_noticed_and_a_merged_chain_is_known(Kind kind) {
        var module = built(branches(), Packaging.JAR);
        try (var database = Database.of(kind)) {
            deploy(database, module);
            assertThat(deploy(database, module)).isEmpty();

            database.execute("INSERT INTO migration_assay VALUES ('bbbbbbbbbbbb')");
            assertThat(deploy(database, module)).isNotEmpty();
        }
    }

    private static ModuleFixture branches() {
        return ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"dddddddddddd\"")
                .migration("V1", "id = \"aaaaaaaaaaaa\"", create("assay_x"))
                .migration("V2", "id = \"bbbbbbbbbbbb\", down = \"aaaaaaaaaaaa\"", create("assay_b"))
                .migration("V3", "id = \"cccccccccccc\", down = \"aaaaaaaaaaaa\"", create("assay_c"))
                .migration("V4", "id = \"dddddddddddd\", down = {\"bbbbbbbbbbbb\", \"cccccccccccc\"}", "");
    }

    @ParameterizedTest
    @EnumSource
    void modules_are_known_together_and_without_one_that_was_unmounted(Kind kind) throws SQLException {
        var assay = assay();
        var lab = built(lab(", dependsOn = \"aaaaaaaaaaaa\""), Packaging.JAR);
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            deploy(database, assay, lab);
            assertThat(deploy(database, assay, lab)).isEmpty();

            new Ledger(connection).unmount("lab");

            assertThat(deploy(database, assay)).isNotEmpty();
            assertThat(deploy(database, assay)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_dependency_that_is_not_named_is_deployed_with_the_module_and_then_known(Kind kind) {
        var assay = assay();
        var lab = built(lab(", dependsOn = \"aaaaaaaaaaaa\""), Packaging.JAR);
        try (var database = Database.of(kind)) {
            assertThat(deployOnly("lab", database, assay, lab)).isNotEmpty();

            assertThat(database.rows("SELECT name FROM lamin_module ORDER BY name"))
                    .containsExactly("assay", "lab");
            assertThat(deploy(database, assay, lab)).isEmpty();
        }
    }

    private static List<String> deployOnly(String name, Database database, BuiltModule... modules) {
        try (var installed = BuiltModule.install(modules)) {
            var chains = installed.catalog().chainsOf(List.of(name));
            new Deployer(database::connection, chains, Database.AUTHOR, Notices.NONE).deploy();
            return installed.loadedClasses();
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_engine_looks_again(Kind kind) throws SQLException {
        var module = assay();
        try (var database = Database.of(kind);
                var connection = database.connection();
                var installed = BuiltModule.install(module)) {
            deploy(database, module);
            var chains = installed.catalog().chainsOf(List.of("assay"));
            var ledger = new Ledger(connection).read();

            assertThat(new UpToDateCheck(chains).isMet(connection, ledger)).isTrue();
            assertThat(new UpToDateCheck(chains, "another").isMet(connection, ledger))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void looking_writes_nothing(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind);
                var installed = BuiltModule.install(module)) {
            deploy(database, module);
            database.execute("DELETE FROM lamin_verified");
            var deployer = deployer(database::connection, installed, Notices.NONE);

            deployer.plan();
            deployer.preview();
            deployer.losses();

            assertThat(database.value(VERIFIED)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_cannot_be_written_to_has_nothing_to_do_either(Kind kind) {
        var module = assay();
        try (var database = Database.of(kind);
                var installed = BuiltModule.install(module)) {
            deploy(database, module);
            database.execute("DELETE FROM lamin_verified");
            var told = new ArrayList<String>();

            assertThat(deployer(() -> readOnly(database), installed, notice -> told.add(notice.message()))
                            .deploy()
                            .applied())
                    .isEmpty();

            assertThat(told).singleElement().asString().startsWith("the next deploy looks at all scripts again");
            assertThat(database.value(VERIFIED)).isEqualTo("0");
            deploy(database, module);
            assertThat(deploy(() -> readOnly(database), module)).isEmpty();
        }
    }

    private static java.sql.Connection readOnly(Database database) throws SQLException {
        var connection = database.connection();
        Jdbc.execute(
                connection,
                switch (database.database().kind()) {
                    case SQLITE -> "PRAGMA query_only = ON";
                    case POSTGRESQL -> "SET default_transaction_read_only = on";
                });
        return connection;
    }

    @Test
    void a_postgresql_user_who_may_not_read_the_notes_looks_at_the_scripts() {
        var module = assay();
        try (var database = Database.postgres();
                var role = Role.in(database)) {
            deploy(database, module);
            database.execute("GRANT SELECT ON migration_assay, lamin_module, lamin_migration TO " + role.name());

            assertThat(deploy(role::connection, module)).contains("V1", "V2");
        }
    }

    @Test
    void a_sqlite_database_that_somebody_writes_to_is_not_waited_for() throws SQLException {
        var module = assay();
        try (var database = Database.sqlite();
                var writer = database.connection()) {
            deploy(database, module);
            database.execute("DELETE FROM lamin_verified");
            Jdbc.execute(writer, "BEGIN IMMEDIATE");
            long start = System.nanoTime();

            assertThat(deploy(database, module)).isNotEmpty();

            assertThat(System.nanoTime() - start)
                    .isLessThan(Patience.USUAL.untilNotice().toNanos());
            Jdbc.execute(writer, "ROLLBACK");
            assertThat(database.value(VERIFIED)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_oldest_notes_are_left_out(Kind kind) throws SQLException {
        try (var database = Database.of(kind);
                var connection = database.connection()) {
            var ledger = new Ledger(connection);
            ledger.prepare(List.of());
            database.execute(Stream.iterate(1, number -> number + 1)
                    .limit(30)
                    .map(number -> "INSERT INTO lamin_verified VALUES ('f" + number + "', '2020-01-"
                            + "%02d 00:00:00')".formatted(number))
                    .toArray(String[]::new));

            ledger.noteVerified("new");
            ledger.noteVerified("new");

            assertThat(database.rows("SELECT fingerprint FROM lamin_verified"))
                    .hasSize(20)
                    .contains("new", "f30", "f12")
                    .doesNotContain("f11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_place_that_is_gone_has_no_key(Kind kind) throws Exception {
        var module = built(assay("note"), Packaging.JAR);
        try (var database = Database.of(kind);
                var installed = BuiltModule.install(module)) {
            deploy(database, module);
            Files.delete(module.location());

            assertThat(installed.catalog().chainsOf(List.of("assay")).key()).isEmpty();
        }
    }
}
