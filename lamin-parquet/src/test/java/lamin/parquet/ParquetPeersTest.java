package lamin.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lamin.dataset.SchemaDraft;
import lamin.testing.python.PythonPeer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's lamindb judges the same Parquet tables with the same schemas of the same instance. */
@Tag("peers")
class ParquetPeersTest {
    private static final List<String> TYPES = List.of(
            "int",
            "float",
            "num",
            "str",
            "bool",
            "date",
            "datetime",
            "datetime64[ns, UTC]",
            "dict",
            "list[int]",
            "list[str]",
            "cat[ULabel]");

    /** A table of one column and two rows for each type of column and each feature; its verdict is printed. */
    private static final String SCRIPT = """
            import contextlib, io, sys
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                import lamindb as ln
                ln.connect("anonymous/lab")
                ln.setup.settings.instance._is_on_hub = False
            ln.settings.verbosity = "error"
            import pandas as pd, pyarrow.parquet as pq
            types = pq.read_table("types.parquet").slice(0, 2)
            for feature in ln.Feature.filter().order_by("id"):
                schema = ln.Schema.get(name=feature.name)
                for column in types.column_names:
                    path = f"{feature.name}-{column}.parquet"
                    pq.write_table(types.select([column]).rename_columns([feature.name]), path)
                    try:
                        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                            ln.curators.DataFrameCurator(pd.read_parquet(path), schema).validate()
                        verdict = True
                    except Exception:
                        verdict = False
                    print(path, str(verdict).lower())
            """;

    /** Where we differ knowingly: see docs/decisions/parquet.md. */
    private static final Map<String, List<String>> ONLY_WE_ACCEPT = Map.of(
            "list[int]", List.of("list_int"),
            "datetime", List.of("none"),
            "datetime64[ns, UTC]", List.of("time_utc", "none"),
            "cat[ULabel]", List.of("string", "none"));

    private static final Map<String, List<String>> ONLY_PYTHON_ACCEPTS =
            Map.of("num", List.of("bool"), "list[str]", List.of("struct"));

    private static final String OURS = " is accepted by us alone";
    private static final String PYTHONS = " is accepted by Python alone";

    @Test
    void python_accepts_the_same_columns(@TempDir Path temporary) throws Exception {
        var folder = temporary.toRealPath();
        var home = folder.resolve("home").toString();
        var python = new PythonPeer(folder, Map.of("HOME", home, "LAMIN_SETTINGS_DIR", home));
        try (var instance = TestTables.instance(folder)) {
            List.of("a", "1", "ä", "x", "y").forEach(instance.labels()::create);
            for (int i = 0; i < TYPES.size(); i++) {
                var feature = instance.features().create("f" + i, TYPES.get(i));
                instance.schemas().create(SchemaDraft.of(feature.name(), List.of(feature)));
            }
            Files.copy(TestTables.path("types"), folder.resolve("types.parquet"));
            var verdicts = Set.copyOf(python.run(SCRIPT).lines().toList());
            assertThat(verdicts)
                    .hasSize(TYPES.size() * TestTables.columns("types").size());

            var differences = new TreeSet<String>();
            for (int i = 0; i < TYPES.size(); i++) {
                var schema = instance.schemas().get("f" + i);
                for (var column : TestTables.columns("types")) {
                    var file = "f" + i + "-" + column.name() + ".parquet";
                    var isOurs = instance.validation()
                            .check(folder.resolve(file), schema)
                            .isValid();
                    if (!verdicts.contains(file + " " + isOurs)) {
                        differences.add(TYPES.get(i) + " " + column.name() + (isOurs ? OURS : PYTHONS));
                    }
                }
            }
            assertThat(differences).isEqualTo(expected());
        }
    }

    private static Set<String> expected() {
        var expected = new TreeSet<String>();
        ONLY_WE_ACCEPT.forEach((type, columns) -> columns.forEach(column -> expected.add(type + " " + column + OURS)));
        ONLY_PYTHON_ACCEPTS.forEach(
                (type, columns) -> columns.forEach(column -> expected.add(type + " " + column + PYTHONS)));
        return expected;
    }
}
