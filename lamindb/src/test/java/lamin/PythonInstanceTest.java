package lamin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.module.ModuleDeployment;
import lamin.schema.Notices;
import lamin.schema.deploy.Author;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.testing.python.PythonPeer;
import lnschema_bionty.CellType;
import lnschema_core.ULabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's lamindb on an instance that {@code init} made. */
@Tag("peers")
class PythonInstanceTest {
    /** Without a network. What it says about itself goes elsewhere, so that the output is the script's own. */
    private static final String CONNECT = """
            import contextlib, io
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                import lamindb as ln
                ln.connect("anonymous/shared")
                ln.setup.settings.instance._is_on_hub = False
                import bionty as bt
            ln.settings.verbosity = "error"
            """;

    private Path folder = Path.of("");
    private Instance instance;
    private PythonPeer python;

    @BeforeEach
    void init(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
        var home = Home.in(folder);
        var author = new Author("anonymous", Version.CURRENT);
        var deployment = new ModuleDeployment(ModuleCatalog.installed(), author, Notices.NONE);
        instance = home.lamin(deployment)
                .init(InitOptions.storage("shared").modules("bionty"))
                .instance();
        var settings = folder.resolve("home").toString();
        python = new PythonPeer(folder, Map.of("HOME", settings, "LAMIN_SETTINGS_DIR", settings));
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void python_finds_the_rows_of_init() throws Exception {
        assertThat(run("""
                        print(ln.User.filter().one().handle, ln.Space.filter().one().name)
                        print(sorted(ln.Branch.filter().values_list("name", flat=True)))
                        print(ln.Storage.filter().one().root, ln.setup.settings.instance.modules)
                        """))
                .isEqualTo(
                        "anonymous all\n['archive', 'main', 'trash']\n" + folder.resolve("shared") + " {'bionty'}\n");
    }

    @Test
    void what_python_saves_is_read() throws Exception {
        var printed = words("""
                        label = ln.ULabel(name="from Python", description="ä, 文").save()
                        type = bt.CellType(name="my cell").save()
                        type.parents.add(bt.CellType(name="another cell").save())
                        print(label.uid, label.created_at.isoformat(), label.updated_at.isoformat(), type.uid)
                        """);

        var label = instance.registry(ULabel.class).get(printed.get(0));
        assertThat(label.name()).isEqualTo("from Python");
        assertThat(label.description()).isEqualTo("ä, 文");
        assertThat(label.createdBy().handle()).isEqualTo("anonymous");
        assertThat(label.createdAt()).isEqualTo(Instant.parse(printed.get(1)));
        assertThat(label.updatedAt()).isEqualTo(Instant.parse(printed.get(2)));
        var types = instance.registry(CellType.class);
        assertThat(types.count()).isEqualTo(2);
        assertThat(types.get(printed.get(3)).name()).isEqualTo("my cell");
    }

    @Test
    void what_is_saved_python_reads_and_changes() throws Exception {
        var labels = instance.registry(ULabel.class);
        var type = labels.save(new ULabel("types").asType());
        var label = labels.save(new ULabel("from Java").type(type));

        var printed = words("""
                        label = ln.ULabel.get(name="from Java")
                        print(label.uid, label.created_at.isoformat(), label.type.name, label.created_by.handle)
                        label.description = "seen"
                        label.save()
                        """);

        assertThat(printed.get(0)).isEqualTo(label.uid());
        assertThat(Instant.parse(printed.get(1))).isEqualTo(label.createdAt());
        assertThat(printed).endsWith("types", "anonymous");
        var changed = labels.get(label.uid());
        assertThat(changed.description()).isEqualTo("seen");
        assertThat(changed.createdAt()).isEqualTo(label.createdAt());
    }

    @Test
    void python_keeps_files_with_labels_and_features() throws Exception {
        Files.writeString(folder.resolve("note.txt"), "hello");

        assertThat(run("""
                        artifact = ln.Artifact("note.txt", key="note.txt").save()
                        artifact.ulabels.add(ln.ULabel(name="short").save())
                        artifact.cell_types.add(bt.CellType(name="my cell").save())
                        ln.Feature(name="language", dtype="str").save()
                        artifact.features.add_values({"language": "English"})
                        found = ln.Artifact.get(key="note.txt")
                        print(found.load(), found.hash, found.ulabels.get().name, found.cell_types.get().name)
                        """)).isEqualTo("hello XUFAKrxLKna5cZ2REBfFkg short my cell\n");
    }

    @Test
    void python_describes_and_deletes_what_is_linked_to_records_projects_and_references() throws Exception {
        Files.writeString(folder.resolve("note.txt"), "hello");

        assertThat(run("""
                        artifact = ln.Artifact("note.txt", key="note.txt").save()
                        artifact.records.add(ln.Record(name="sample").save())
                        artifact.projects.add(ln.Project(name="study").save())
                        artifact.references.add(ln.Reference(name="paper").save())
                        text = artifact.describe(return_str=True)
                        print([name in text for name in ("sample", "study", "paper")], artifact.features.get_values())
                        artifact.delete(permanent=True)
                        print(ln.Artifact.filter(key="note.txt").count(), ln.Record.filter().count())
                        """)).isEqualTo("[True, True, True] {}\n0 1\n");
    }

    @Test
    void python_keeps_feature_values_of_records_and_texts_about_them() throws Exception {
        assertThat(run("""
                        record = ln.Record(name="sample").save()
                        ln.Feature(name="temperature", dtype=float).save()
                        ln.Feature(name="cell_type", dtype=bt.CellType).save()
                        bt.CellType(name="my cell").save()
                        record.features.set_values({"temperature": 21.5, "cell_type": "my cell"})
                        from lamindb.models.block import RecordBlock
                        block = RecordBlock(record=record, content="# hi", kind="readme").save()
                        print(sorted(record.features.get_values().items()), block.hash)
                        """)).isEqualTo("[('cell_type', 'my cell'), ('temperature', 21.5)] y_0v4CfqhRRIsgyKzqjWJQ\n");
    }

    @Test
    void alembic_reads_the_ledger() throws Exception {
        var heads = ModuleCatalog.installed().all().stream()
                .map(module -> module.name() + " ('" + module.head() + "',)\n")
                .sorted()
                .collect(Collectors.joining());

        assertThat(python.run("""
                        from alembic.runtime.migration import MigrationContext
                        from sqlalchemy import create_engine
                        with create_engine("sqlite:///shared/.lamindb/lamin.db").connect() as connection:
                            for module in ("bionty", "core"):
                                options = {"version_table": "migration_" + module}
                                print(module, MigrationContext.configure(connection, opts=options).get_current_heads())
                        """)).isEqualTo(heads);
    }

    private List<String> words(String script) throws Exception {
        return List.of(run(script).strip().split(" ", -1));
    }

    private String run(String script) throws Exception {
        return python.run(CONNECT + script);
    }
}
