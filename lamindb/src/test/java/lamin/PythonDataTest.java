package lamin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lamin.artifact.SaveOptions;
import lamin.run.TransformSpec;
import lamin.tablefile.TableFile;
import lamin.testing.python.PythonPeer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved here is seen by Python's lamindb: versions, labels, values, schemas, collections, runs. */
@Tag("peers")
class PythonDataTest {
    private static final String SCRIPT = """
            import contextlib, io
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                import lamindb as ln
                ln.connect("anonymous/lab")
                ln.setup.settings.instance._is_on_hub = False
            ln.settings.verbosity = "error"
            cells = ln.Artifact.get(key="d/cells.csv")
            print(cells.description, cells.kind, cells.otype, cells.n_observations, cells.versions.count())
            print(cells.load()["dose"].tolist())
            print(cells.ulabels.to_list("name"), cells.features.get_values())
            print(cells.schema.name, cells.schema.features.to_list("name"))
            print(ln.Schema(features=[ln.Feature.get(name="sample"), ln.Feature.get(name="dose")]).hash == cells.schema.hash)
            collection = ln.Collection.get(key="all")
            print(collection.artifacts.to_list("key"))
            report = ln.Artifact.get(key="report.txt")
            print(report.run.transform.key, report.run.status, report.run.params, report.run.input_artifacts.to_list("key"))
            print(report.path.read_text())
            with contextlib.redirect_stdout(io.StringIO()) as text:
                cells.describe()
            print("treated" in text.getvalue(), "temperature" in text.getvalue())
            again = ln.Artifact("copy.txt", key="copy.txt").save()
            print(again.uid == report.uid)
            """;

    @Test
    void python_reads_what_was_saved(@TempDir Path temporary) throws Exception {
        var folder = temporary.toRealPath();
        var home = folder.resolve("home").toString();
        var python = new PythonPeer(folder, Map.of("HOME", home, "LAMIN_SETTINGS_DIR", home));
        try (var instance =
                Home.in(folder).lamin().init(InitOptions.storage("lab")).instance()) {
            var artifacts = instance.artifacts();
            var table = Files.writeString(folder.resolve("cells.csv"), "sample,dose\ns1,0.5\n");
            artifacts.save(
                    table, SaveOptions.key("d/cells.csv").description("cells").kind("dataset"));
            Files.writeString(table, "sample,dose\ns1,0.5\ns2,1.0\n");
            var cells = artifacts.save(table, SaveOptions.key("d/cells.csv")).artifact();
            instance.labels().create("treated");
            instance.features().create("temperature", "float");
            instance.annotations(cells).addLabel("treated").set("temperature", 37.5);
            var schema =
                    instance.validation().create("cells", instance.validation().draft(TableFile.at(table)));
            instance.validation().record(cells, instance.validation().check(table, schema));
            instance.collections().save("all", List.of(cells));
            try (var run = instance.track(
                    instance.runOptions(TransformSpec.named("report")).with("top", 3))) {
                artifacts.path(cells);
                var report = artifacts
                        .save("s2".getBytes(UTF_8), "report.txt", SaveOptions.key("report.txt"))
                        .artifact();
                run.finish();
                Files.copy(artifacts.path(report), folder.resolve("copy.txt"));
            }
        }
        assertThat(python.run(SCRIPT).lines())
                .containsExactly(
                        "cells dataset DataFrame 2 2",
                        "[0.5, 1.0]",
                        "['treated'] {'temperature': 37.5}",
                        "cells ['sample', 'dose']",
                        "True",
                        "['d/cells.csv']",
                        "report completed {'top': 3} ['d/cells.csv']",
                        "s2",
                        "True True",
                        "True");
    }
}
