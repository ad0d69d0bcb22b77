package lamin.schema.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lamin.schema.fixture.Alembic;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.testing.databases.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation, carried out by Alembic on a database that we made: the result is what our own deploy gives. */
@Tag("peers")
class AlembicOperationsTest {
    /** Alembic takes {@code base} for no revision at all. */
    private static final TestModule BASE = TestModule.named("assay")
            .then("first", OperationsOnDatabasesTest.BASE.scripts().getFirst().upgrade());

    private record Run(String name, TestModule there, Database database) {
        List<String> target() {
            return List.of(name + "/assay/alembic.ini", database.database().url());
        }

        List<String> untouched() {
            return database.rows(OperationsOnDatabasesTest.UNTOUCHED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void alembic_takes_every_operation_there_and_back(TestDatabase.Kind kind, @TempDir Path folder) throws Exception {
        var runs = new ArrayList<Run>();
        try {
            for (var tested : OperationsOnDatabasesTest.cases().toList()) {
                var there = BASE.then("there", tested.change());
                var name = runs.size() + " " + tested.name();
                Alembic.export(folder.resolve(name), there);
                runs.add(new Run(name, there, Database.of(kind)));
            }
            runs.forEach(run -> run.database().deploy(BASE));
            runs.forEach(run -> run.database().execute(OperationsOnDatabasesTest.ROWS));
            var before = runs.stream().map(Run::untouched).toList();
            var targets = runs.stream().flatMap(run -> run.target().stream()).toList();
            var alembic = new Alembic(folder);

            alembic.runAll("upgrade", "head", targets);
            assertThat(differences(runs, true)).isEmpty();

            alembic.runAll("downgrade", "-1", targets);
            assertThat(differences(runs, false)).isEmpty();
            assertThat(runs.stream().map(Run::untouched).toList()).isEqualTo(before);
        } finally {
            runs.forEach(run -> run.database().close());
        }
    }

    private static Map<String, List<String>> differences(List<Run> runs, boolean isThere) {
        var differences = new TreeMap<String, List<String>>();
        for (var run : runs) {
            var expected = isThere ? run.there() : BASE;
            var found = run.database().differencesTo(expected);
            if (!found.isEmpty()) {
                differences.put(run.name(), found);
            }
        }
        return differences;
    }
}
