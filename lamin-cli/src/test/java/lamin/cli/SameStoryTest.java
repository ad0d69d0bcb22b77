package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.Instance;
import lamin.artifact.SaveOptions;
import lamin.run.TransformSpec;
import lamin.tablefile.TableFile;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same story, told by commands and by Java, leaves the same rows. */
class SameStoryTest {
    private static final String TABLE = "sample,dose\ns1,0.5\ns2,1.0\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void commands_and_java_leave_equal_rows(Kind kind) throws Exception {
        try (var byCommands = Teller.in(folder.toRealPath().resolve("commands"), kind);
                var byJava = Teller.in(folder.toRealPath().resolve("java"), kind)) {
            tell(byCommands.cli());
            try (var instance = byJava.open()) {
                tell(instance, byJava.cli().folder());
            }
            var expected = byJava.rows();
            var rows = byCommands.rows();
            assertThat(rows.keySet()).hasSizeGreaterThan(30).isEqualTo(expected.keySet());
            rows.forEach((table, found) -> assertThat(found).as(table).isEqualTo(expected.get(table)));
            assertThat(rows.get("lamindb_artifact")).hasSize(6);
        }
    }

    private static void tell(Cli cli) throws IOException {
        Files.writeString(cli.folder().resolve("cells.csv"), TABLE);
        succeed(cli, "save", "cells.csv", "--key", "d/cells.csv", "--description", "cells", "--kind", "dataset");
        Files.writeString(cli.folder().resolve("cells.csv"), TABLE + "s3,2.0\n");
        succeed(cli, "save", "cells.csv", "--key", "d/cells.csv");
        succeed(
                cli,
                "annotate",
                "d/cells.csv",
                "--label",
                "treated",
                "--feature",
                "temperature:float=37.5",
                "--feature",
                "species:cat[ULabel]=mouse",
                "--create");
        succeed(cli, "validate", "cells.csv", "--draft", "cells", "--yes");
        succeed(cli, "validate", "d/cells.csv", "--schema", "cells");
        succeed(cli, "collect", "all", "d/cells.csv");
        Files.writeString(cli.folder().resolve("step.sh"), "wc -l\n");
        var run = cli.run("track", "step.sh", "--param", "top=3").out().strip();
        var inside = cli.with("LAMIN_RUN_UID", run);
        succeed(inside, "get", "d/cells.csv");
        Files.writeString(cli.folder().resolve("out.txt"), "4");
        succeed(inside, "save", "out.txt", "--key", "out.txt");
        succeed(cli, "finish", "--run", run);
        Files.writeString(cli.folder().resolve("old.txt"), "old");
        succeed(cli, "save", "old.txt", "--key", "old.txt");
        succeed(cli, "delete", "artifact", "old.txt");
        Files.createDirectories(cli.folder().resolve("many"));
        Files.writeString(cli.folder().resolve("many/a.txt"), "a");
        succeed(cli, "save", "many", "--key", "many");
    }

    private static void succeed(Cli cli, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode())
                .as("%s: %s", List.of(arguments), result.err())
                .isZero();
    }

    private static void tell(Instance instance, Path folder) throws IOException {
        var artifacts = instance.artifacts();
        var table = Files.writeString(folder.resolve("cells.csv"), TABLE);
        artifacts.save(
                table, SaveOptions.key("d/cells.csv").description("cells").kind("dataset"));
        Files.writeString(table, TABLE + "s3,2.0\n");
        var cells = artifacts.save(table, SaveOptions.key("d/cells.csv")).artifact();
        instance.labels().create("treated");
        instance.features().create("temperature", "float");
        instance.features().create("species", "cat[ULabel]");
        instance.labels().create("mouse");
        instance.annotations(cells).addLabel("treated").set("temperature", 37.5).set("species", "mouse");
        var validation = instance.validation();
        validation.create("cells", validation.draft(TableFile.at(table)));
        validation.record(
                cells,
                validation.check(artifacts.path(cells), instance.schemas().get("cells")));
        instance.collections().save("all", List.of(artifacts.get("d/cells.csv")));
        var script = Files.writeString(folder.resolve("step.sh"), "wc -l\n");
        try (var run = instance.track(
                instance.runOptions(TransformSpec.script(script, null)).with("top", 3))) {
            artifacts.path(artifacts.get("d/cells.csv"));
            artifacts.save(Files.writeString(folder.resolve("out.txt"), "4"), SaveOptions.key("out.txt"));
            run.finish();
        }
        var old = artifacts.save(Files.writeString(folder.resolve("old.txt"), "old"), SaveOptions.key("old.txt"));
        artifacts.trash(old.artifact());
        Files.createDirectories(folder.resolve("many"));
        Files.writeString(folder.resolve("many/a.txt"), "a");
        artifacts.save(folder.resolve("many"), SaveOptions.key("many"));
    }

    /** A user with an instance called lab. */
    private record Teller(Cli cli, @Nullable TestPostgres server) implements AutoCloseable {
        static Teller in(Path folder, Kind kind) throws IOException {
            var cli = Cli.in(Files.createDirectories(folder));
            var server = kind == Kind.POSTGRESQL ? TestPostgres.create() : null;
            var arguments = new ArrayList<>(List.of("init", "--storage", "lab", "--name", "lab"));
            if (server != null) {
                arguments.addAll(List.of("--db", server.url()));
            }
            succeed(cli, arguments.toArray(String[]::new));
            // the environments of both are recorded
            return new Teller(new Cli(cli.folder(), cli.workingDirectory(), java.util.Map.of()), server);
        }

        Instance open() {
            var session = cli.session();
            return session.lamin().open(session.instance("lab"));
        }

        /** The rows of all tables of core, as text. */
        SortedMap<String, List<String>> rows() {
            return cli.database("lab").read(connection -> {
                var rows = new TreeMap<String, List<String>>();
                for (var table : tables(connection)) {
                    rows.put(table, rows(connection, table));
                }
                return rows;
            });
        }

        private static List<String> tables(Connection connection) throws SQLException {
            var names = new ArrayList<String>();
            try (var tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "lamindb%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            return names;
        }

        private List<String> rows(Connection connection, String table) throws SQLException {
            var found = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select * from " + table + " order by id")) {
                var columns = rows.getMetaData();
                while (rows.next()) {
                    var values = new ArrayList<String>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        values.add(value(table, columns.getColumnName(i), rows.getString(i)));
                    }
                    found.add(String.join(" ", values));
                }
            }
            return found;
        }

        /** Uids and times differ, and with them the hash of a schema; and the folders of the users. */
        private String value(String table, String column, @Nullable String value) {
            boolean isOwn = value != null
                    && (column.endsWith("uid")
                            || column.endsWith("_at")
                            || (table.equals("lamindb_schema") && column.equals("hash")));
            return column + "="
                    + (isOwn
                            ? "own"
                            : String.valueOf(value)
                                    .replace(cli.folder().toString(), "FOLDER")
                                    .replaceAll("\"process\": ?\"[^\"]*\",? ?", ""));
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
