import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.SchemaModel;
import lamin.schema.internal.module.Chain;
import lamin.schema.internal.module.ModuleScanner;
import lamin.schema.internal.plan.Planner;

/**
 * Times the detector on the tables of a compiled module: {@code MODULE}. A column is added to every tenth table. It runs
 * several times; the last time is printed, in seconds.
 */
public final class InProcessDetect {
    private static final int REPETITIONS = 6;

    private InProcessDetect() {}

    public static void main(String[] arguments) throws Exception {
        var classes = Path.of(arguments[0]);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var chain = Chain.load(ModuleScanner.scan(classes).orElseThrow(), loader);
            var before = new Planner(List.of(chain)).target();
            var after = edited(before);
            double seconds = 0;
            for (int turn = 0; turn < REPETITIONS; turn++) {
                long start = System.nanoTime();
                var found = Detector.detect(before, after, Map.of(), Hints.NONE, Decisions.NONE);
                seconds = (System.nanoTime() - start) / 1e9;
                if (found.of("bench").size() != before.tables().size() / 10) {
                    throw new IllegalStateException("found " + found.of("bench").size() + " operations");
                }
            }
            System.out.println(seconds);
        }
    }

    private static SchemaModel edited(SchemaModel model) {
        var tables = new ArrayList<>(model.tables());
        for (int number = 0; number < tables.size(); number += 10) {
            var table = tables.get(number);
            var columns = new ArrayList<>(table.columns());
            columns.add(Column.of("added", ColumnTypes.int32()));
            tables.set(number, table.withColumns(columns));
        }
        return SchemaModel.of(tables);
    }
}
