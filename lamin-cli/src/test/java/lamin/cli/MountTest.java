package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules come to an instance that is there, and leave it. */
class MountTest {
    private Cli cli = Cli.in(Path.of(""));
    private AssayReleases assay = AssayReleases.in(Path.of(""));
    private @Nullable TestPostgres postgres;

    @BeforeEach
    void home(@TempDir Path folder) throws IOException {
        assay = AssayReleases.in(folder.toRealPath());
        cli = assay.user();
    }

    @AfterEach
    void dropDatabase() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_module_is_added_mounted_and_deployed_in_one_step(Kind kind) throws IOException {
        init(kind);

        var added = run("module", "add", assay.first().toString(), "--mount");

        assertThat(added.outLines()).last().isEqualTo("mounted assay in anonymous/lab");
        run("load", "lab");
        assertThat(run("info").out()).contains("module    assay 0.1.0 at aaaaaaaaaaaa");
        assertThat(run("module", "list").out()).contains("*  assay 0.1.0");
        assertThat(run("module", "add", "assay", "--mount").out()).contains("mounted assay in anonymous/lab");
    }

    @ParameterizedTest
    @EnumSource
    void one_whose_migrations_fail_is_neither_known_nor_mounted(Kind kind) throws IOException {
        init(kind);

        var result = cli.run("module", "add", assay.broken().toString(), "--mount");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("nowhere");

        assertThat(run("module", "list").out()).doesNotContain("assay");
        assertThat(cli.sql("lab", "select count(*) from lamin_module")).isEqualTo(1);
        assertThat(run("schema", "view", "--tables").out()).doesNotContain("assay_notebook", "migration_assay");
        run("load", "lab");
    }

    @Test
    void what_lamin_brings_is_mounted_by_its_name_and_python_is_reported() throws IOException {
        init(Kind.SQLITE);
        assertThat(settings()).contains("schema_str=null");

        run("module", "add", "bionty", "--mount", "--instance", "lab");

        assertThat(settings()).contains("schema_str=bionty");
        assertThat(run("shell", "-c", "instance.registry(CellType.class).count()")
                        .out())
                .isEqualTo("0\n");
        run("module", "remove", "bionty");
        assertThat(settings()).contains("schema_str=null");
    }

    @Test
    void a_person_is_asked_whether_to_mount_what_is_added() throws IOException {
        init(Kind.SQLITE);
        var jar = assay.first().toString();

        assertThat(cli.runAnswering(List.of("n"), "module", "add", jar).out()).doesNotContain("mounted");
        assertThat(cli.runAnswering(List.of("y"), "module", "add", "assay").out())
                .contains("mounted assay in anonymous/lab");
    }

    @Test
    void an_instance_with_pending_migrations_deploys_them_first() throws IOException {
        init(Kind.SQLITE);
        run("module", "add", assay.first().toString(), "--mount");
        run("module", "add", assay.second().toString(), "--replace");

        fails(3, "lamin migrate deploy --instance anonymous/lab", "module", "add", "bionty", "--mount");
    }

    @Test
    void nothing_is_mounted_where_no_instance_is_loaded() throws IOException {
        fails(2, "no instance is loaded here", "module", "add", "bionty", "--mount");
        fails(2, "there is no instance anonymous/absent", "module", "add", "bionty", "--mount", "--instance", "absent");
    }

    @ParameterizedTest
    @EnumSource
    void a_module_that_is_unmounted_keeps_its_tables_and_goes_on_when_mounted_again(Kind kind) throws IOException {
        init(kind);
        run("module", "add", assay.first().toString(), "--mount");
        cli.sql("lab", "insert into assay_notebook (name) values ('kept')");

        assertThat(run("module", "remove", "assay").outLines())
                .containsExactly("unmounted assay from anonymous/lab; its tables stay", "removed assay");
        run("load", "lab");
        assertThat(run("migrate", "status").out()).doesNotContain("assay");

        run("module", "add", assay.second().toString(), "--mount");
        assertThat(cli.sql("lab", "select count(*) from assay_notebook where name = 'kept' and version is null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void tables_that_hold_rows_are_dropped_only_when_they_are_named(Kind kind) throws IOException {
        init(kind);
        run("module", "add", assay.second().toString(), "--mount");
        cli.sql("lab", "insert into assay_notebook (name, version) values ('lost', '1')");

        var unasked = cli.run("module", "remove", "assay", "--drop");
        assertThat(unasked.exitCode()).isEqualTo(4);
        assertThat(unasked.err()).contains("would drop assay_notebook with 1 rows", "nothing was changed");
        var unnamed = cli.run("module", "remove", "assay", "--drop", "--yes");
        assertThat(unnamed.exitCode()).isEqualTo(4);
        assertThat(unnamed.err()).contains("lamin module remove assay --drop --allow-drop assay_notebook --yes");
        assertThat(cli.runAnswering(List.of("n"), "module", "remove", "assay", "--drop")
                        .exitCode())
                .isEqualTo(4);
        run("load", "lab");
        assertThat(cli.sql("lab", "select count(*) from assay_notebook")).isEqualTo(1);

        assertThat(run("module", "remove", "assay", "--drop", "--yes", "--allow-drop", "assay_notebook")
                        .out())
                .contains("unmounted assay from anonymous/lab; its tables are dropped");
        assertThat(run("schema", "view", "--tables").out()).doesNotContain("assay_notebook", "migration_assay");
        run("load", "lab");
        run("module", "add", assay.first().toString(), "--mount");
    }

    @Test
    void a_person_who_sees_the_numbers_may_let_them_go() throws IOException {
        init(Kind.SQLITE);
        run("module", "add", assay.first().toString(), "--mount");
        cli.sql("lab", "insert into assay_notebook (name) values ('lost')");

        var dropped = cli.runAnswering(List.of("y"), "module", "remove", "assay", "--drop");

        assertThat(dropped.exitCode()).as(dropped.err()).isZero();
        assertThat(dropped.err()).contains("would drop assay_notebook with 1 rows");
    }

    @Test
    void what_others_need_stays() throws IOException {
        init(Kind.SQLITE);
        fails(4, "core is part of every instance", "module", "remove", "core");
        fails(2, "no module assay was added", "module", "remove", "assay");
        fails(2, "nothing to drop", "module", "remove", "assay", "--drop");
        Example.copyTo(cli.folder().resolve("lnschema-lamin1"));
        run("module", "add", "lnschema-lamin1", "--mount");
        fails(4, "lamin1 of anonymous/lab cannot do without it", "module", "remove", "bionty");
        fails(4, "lamin1 of anonymous/lab cannot do without it", "module", "remove", "bionty", "--drop", "--yes");
    }

    @Test
    void reading_a_module_runs_none_of_its_code() throws IOException {
        init(Kind.SQLITE);
        var trace = cli.folder().resolve("trace");
        var jar = assay.leaving(trace).toString();

        run("module", "inspect", jar);
        run("module", "add", jar);
        run("module", "list");
        run("info");
        run("schema", "view");
        run("schema", "graph", "-o", cli.folder().resolve("schema.svg").toString());
        assertThat(trace).doesNotExist();

        run("module", "add", "assay", "--mount");
        assertThat(trace).exists();
    }

    private void init(Kind kind) {
        postgres = kind == Kind.POSTGRESQL ? TestPostgres.create() : null;
        var database = postgres == null ? Stream.<String>of() : Stream.of("--db", postgres.url());
        run(Stream.concat(Stream.of("init", "--storage", "lab", "--name", "lab"), database)
                .toArray(String[]::new));
    }

    private String settings() throws IOException {
        return Files.readString(cli.folder().resolve("home/.lamin/current_instance.env"));
    }

    private Cli.Result run(String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode())
                .as(String.join(" ", arguments) + "\n" + result.err())
                .isZero();
        return result;
    }

    private void fails(int exitCode, String message, String... arguments) {
        Failing.assertFails(cli, exitCode, message, arguments);
    }
}
