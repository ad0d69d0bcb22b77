package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.Introspector;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;
import lamin.testing.python.PythonPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alembic from PyPI on the migrations of core, bionty and the example, and our commands on what it leaves. */
@Tag("peers")
class AlembicInstanceTest {
    private static final List<String> MODULES = List.of("core", "bionty", "lamin1");

    private Cli cli = Cli.in(Path.of(""));
    private Example example = new Example(Path.of(""), "");

    @BeforeEach
    void copyExample(@TempDir Path folder) throws IOException {
        var root = folder.toRealPath();
        example = Example.copyTo(root.resolve("lnschema-lamin1"));
        cli = Cli.in(root).at(example.directory());
    }

    @ParameterizedTest
    @EnumSource
    void alembic_makes_our_schema_and_takes_it_away_again(TestDatabase.Kind kind) throws Exception {
        try (var ours = kind.create();
                var theirs = kind.create()) {
            init(ours, "lamin1");
            export();

            for (var module : MODULES) {
                alembic(theirs.url(), module, "upgrade", "head");
            }
            try (var connection = theirs.connection()) {
                var expected = cli.database("lab").read(AlembicInstanceTest::schema);
                assertThat(expected.tables()).hasSizeGreaterThan(80);
                assertThat(LogicalForm.differences(expected, schema(connection)))
                        .isEmpty();
            }

            for (var module : MODULES.reversed()) {
                alembic(theirs.url(), module, "downgrade", "base");
            }
            try (var connection = theirs.connection()) {
                assertThat(schema(connection).tables()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_instance_that_alembic_upgraded_is_in_sync(TestDatabase.Kind kind) throws Exception {
        try (var database = kind.create()) {
            var url = init(database, "bionty");
            example.addFieldToExperiment();
            succeeds("migrate", "create");
            example.renameFieldOfExperiment();
            succeeds("migrate", "create", "--rename", "lamin1_experiment.v=version");
            export();

            alembic(url, "lamin1", "upgrade", "head");

            assertThat(alembic(url, "lamin1", "current")).contains("(head)");
            assertThat(succeeds("migrate", "status").outLines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains(": in sync at "));
            assertThat(succeeds("migrate", "deploy").out()).isEqualTo("nothing to deploy\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_ledger_that_only_alembic_wrote_is_recognised(TestDatabase.Kind kind) throws Exception {
        try (var database = kind.create()) {
            var url = init(database, "lamin1");
            export();
            cli.sql("lab", "DROP TABLE lamin_module");
            cli.sql("lab", "DROP TABLE lamin_migration");
            alembic(url, "lamin1", "downgrade", "base");
            assertThat(cli.run("migrate", "status").out()).contains("lamin1 0.4.0: behind by 4, at nothing yet");

            alembic(url, "lamin1", "upgrade", "head");

            assertThat(succeeds("migrate", "status").outLines())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(line).contains(": in sync at "));
        }
    }

    /** Makes an instance, on SQLite in a file of its own; the URL of its database. */
    private String init(TestDatabase database, String schema) {
        var storage = cli.folder().resolve("storage");
        var arguments =
                new ArrayList<>(List.of("init", "--storage", storage.toString(), "--name", "lab", "--schema", schema));
        var url = switch (database.kind()) {
            case SQLITE -> "sqlite:///" + storage.resolve(".lamindb/lamin.db");
            case POSTGRESQL -> {
                arguments.addAll(List.of("--db", database.url()));
                yield database.url();
            }
        };
        succeeds(arguments.toArray(String[]::new));
        return url;
    }

    private void export() {
        succeeds(
                "migrate",
                "export",
                "--format",
                "alembic",
                cli.folder().resolve("alembic").toString());
    }

    private Cli.Result succeeds(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private String alembic(String url, String module, String... command) throws Exception {
        var settings = cli.folder().resolve("alembic").resolve(module).resolve("alembic.ini");
        var arguments = new ArrayList<>(List.of("-m", "alembic", "-c", settings.toString()));
        arguments.addAll(List.of(command));
        var python = new PythonPeer(cli.folder(), Map.of("LAMIN_DB_URL", url));
        var result = python.call(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    /** The tables, those of the ledgers left out. */
    private static SchemaModel schema(Connection connection) throws SQLException {
        var tables = Introspector.read(connection)
                .where(table -> !table.name().name().startsWith("lamin_")
                        && !table.name().name().startsWith("migration_"));
        return LogicalForm.of(tables, DatabaseSystem.of(connection));
    }
}
