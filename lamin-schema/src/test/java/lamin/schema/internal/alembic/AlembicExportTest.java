package lamin.schema.internal.alembic;

import static lamin.schema.model.ColumnTypes.int32;
import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.json;
import static lamin.schema.model.ColumnTypes.string;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.fixture.ModuleFixture;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.schema.internal.module.ModuleScanner;
import lamin.schema.operation.DataStep;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of an export say. */
class AlembicExportTest {
    private static final TestModule ASSAY = TestModule.named("assay").then("first", op -> {
        op.createTable("assay_kind").column("id", int64()).identity().primaryKey("id");
        op.createTable("assay_sample")
                .column("id", int32())
                .notNull()
                .column("name", string(50))
                .column("data", json())
                .primaryKey("id");
    });

    @Test
    void each_module_is_an_environment_and_each_migration_a_file() {
        var other = TestModule.named("plate")
                .thenAfter(
                        "second",
                        "first",
                        op -> op.createTable("plate_well")
                                .column("id", int64())
                                .identity()
                                .primaryKey("id"));

        var export = export(other, ASSAY);

        assertThat(export.modules()).containsExactly("assay", "plate");
        assertThat(export.files().keySet())
                .containsExactly(
                        "README.md",
                        "assay/alembic.ini",
                        "assay/env.py",
                        "assay/lamin_steps.py",
                        "assay/script.py.mako",
                        "assay/versions/first-vx_x_x.py",
                        "plate/alembic.ini",
                        "plate/env.py",
                        "plate/lamin_steps.py",
                        "plate/script.py.mako",
                        "plate/versions/second-vx_x_x.py");
        assertThat(export.files().get("plate/env.py")).contains("MODULE = \"plate\"");
        assertThat(export.files().get("plate/versions/second-vx_x_x.py"))
                .contains("requires = ((\"assay\", \"first\"),)\n", "down_revision = None\n");
    }

    @Test
    void a_module_comes_after_those_it_needs_even_if_they_have_later_migrations() {
        var later = ASSAY.then("third", op -> op.addColumn("assay_kind", "note", string(10)));
        var other = TestModule.named("plate")
                .thenAfter(
                        "second",
                        "first",
                        op -> op.createTable("plate_well")
                                .column("id", int64())
                                .identity()
                                .primaryKey("id"));

        assertThat(export(other, later).modules()).containsExactly("assay", "plate");
    }

    @Test
    void a_file_has_date_revision_and_release_in_its_name_and_begins_with_the_release(@TempDir Path folder)
            throws Exception {
        var classes = ModuleFixture.of("lnschema_assay", "version = \"1.0.0\", migration = \"dd2b4a9499f2\"")
                .migration("V2023_02_16_dd2b4a9499f2_v1_0_0", "id = \"dd2b4a9499f2\", release = \"v1.0.0\"", "")
                .compileTo(folder);
        try (var loader = ModuleFixture.loader(classes)) {
            var module = ModuleScanner.scan(classes).orElseThrow();
            var export = AlembicExport.of(new ModuleCatalog(List.of(module), loader).chains(List.of(module)));

            assertThat(export.files().get("assay/versions/2023-02-16-dd2b4a9499f2-v1_0_0.py"))
                    .startsWith("\"\"\"v1.0.0.\"\"\"\n")
                    .contains("revision = \"dd2b4a9499f2\"\n");
        }
    }

    @Test
    void equal_chains_give_equal_bytes() {
        assertThat(export(ASSAY)).isEqualTo(export(ASSAY));
    }

    @Test
    void what_alembic_does_alike_on_both_databases_is_its_own_call() {
        assertThat(upgrade(op -> {
                    op.addColumn("assay_sample", "note", text());
                    op.createIndex("assay_sample", "note");
                    op.alterColumn("assay_sample", "name").newName("title");
                    op.dropTable("assay_kind");
                }))
                .containsExactly(
                        "op.add_column(\"assay_sample\", sa.Column(\"note\", sa.Text(), nullable=True))",
                        "op.create_index(\"assay_sample_note_idx\", \"assay_sample\", [\"note\"], unique=False)",
                        "op.alter_column(\"assay_sample\", column_name=\"name\", new_column_name=\"title\")",
                        "refuse_mentions(\"assay_kind\")",
                        "op.drop_table(\"assay_kind\")");
    }

    @Test
    void what_it_does_otherwise_is_our_sql() {
        assertThat(upgrade(op -> op.addColumn("assay_sample", "more", json())))
                .containsExactly(
                        "if is_sqlite():",
                        "    execute('ALTER TABLE \"assay_sample\" ADD COLUMN \"more\" text NULL"
                                + " CHECK ((JSON_VALID(\"more\") OR \"more\" IS NULL))')",
                        "else:",
                        "    execute('ALTER TABLE \"assay_sample\" ADD COLUMN \"more\" jsonb')");
    }

    @Test
    void sql_of_authors_is_the_same_text_in_python() {
        assertThat(upgrade(op -> op.execute("UPDATE t\nSET a = 'it''s 10%:x' || \"b\\c\"")))
                .contains("    execute(\"UPDATE t\\nSET a = 'it''s 10%:x' || \\\"b\\\\c\\\"\")");
        assertThat(upgrade(op -> op.execute("SELECT 'é\u202e\uD800😀'")))
                .contains("    execute(\"SELECT 'é\\u202e\\ud800😀'\")");
    }

    @Test
    void java_is_not_passed_over() {
        assertThat(upgrade(op -> op.run(Fill.class)))
                .singleElement()
                .asString()
                .startsWith("raise NotImplementedError(\"step Fill is Java (")
                .endsWith("); deploy with Lamin4j\")");
    }

    @Test
    void an_operation_that_does_not_fit_is_refused() {
        var broken = ASSAY.then("broken", op -> op.dropColumn("assay_sample", "nothing"));

        assertThatThrownBy(() -> export(broken))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("broken");
    }

    @Test
    void an_export_replaces_the_one_before_it_and_nothing_else(@TempDir Path folder) throws Exception {
        var target = folder.resolve("alembic");
        new ExportFolder(target).write(export(ASSAY, TestModule.named("plate")).files());
        Files.createDirectories(target.resolve("assay/versions/__pycache__"));
        Files.writeString(target.resolve("assay/versions/__pycache__/first.pyc"), "compiled");

        new ExportFolder(target).write(export(ASSAY).files());

        assertThat(target.resolve("plate")).doesNotExist();
        assertThat(target.resolve("assay/env.py")).exists();
        assertThat(folder).isDirectoryContaining(path -> path.equals(target)).isDirectoryNotContaining("glob:**.old");
        Files.writeString(target.resolve("assay/env.py"), "# changed by hand");
        Files.writeString(target.resolve("assay/notes.txt"), "mine");
        assertThatThrownBy(() -> new ExportFolder(target).write(export(ASSAY).files()))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageContaining("assay/env.py, assay/notes.txt");
        assertThat(target.resolve("assay/notes.txt")).hasContent("mine");
    }

    /** The lines of a migration that follows {@link #ASSAY}. */
    private static List<String> upgrade(Consumer<Operations> change) {
        var text = export(ASSAY.then("second", change)).files().get("assay/versions/second-vx_x_x.py");
        return Objects.requireNonNull(text)
                .lines()
                .dropWhile(line -> !line.startsWith("def upgrade"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.substring(4))
                .toList();
    }

    private static AlembicExport export(TestModule... modules) {
        return AlembicExport.of(Stream.of(modules).map(TestModule::chain).toList());
    }

    /** Does nothing. */
    public static final class Fill implements DataStep {
        @Override
        public void run(Connection connection) {}
    }
}
