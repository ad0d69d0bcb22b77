package lamin.testing;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import lamin.authoring.DowngradeCheck;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.internal.module.Script;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.TestDatabase;
import lamin.testing.rows.Lineage;
import lamin.testing.rows.RowSnapshot;
import org.junit.jupiter.api.DynamicTest;

/** The requirements on the migrations of a module on one kind of database. */
record DatabaseChecks(TestDatabase.Kind kind, ModuleHistory history, RowSource rows) {

    Stream<DynamicTest> tests() {
        return Stream.of(Stream.of(fresh()), history.chain().scripts().stream().map(this::step), upgrades())
                .flatMap(tests -> tests);
    }

    private DynamicTest test(String name, Check check) {
        return ContractTests.test(kind.name().toLowerCase(Locale.ROOT) + ": " + name, () -> {
            try (var trial = new Trial(kind, history.module(), rows)) {
                check.run(trial);
            }
        });
    }

    private interface Check {
        void run(Trial trial);
    }

    private DynamicTest fresh() {
        return test("a new database matches the scripts", trial -> {
            trial.deploy(history.now());
            requireScripts(trial, history.now());
        });
    }

    private DynamicTest step(Script script) {
        var before = history.before(script);
        boolean isMerge = script.info().down().size() > 1;
        boolean leadsBack = !isMerge && new DowngradeCheck(before.model(), script).leadsBack();
        return test(
                script.revision() + " (" + script.info().release() + ") goes up" + (leadsBack ? ", down and up" : ""),
                trial -> {
                    trial.deploy(before);
                    trial.fill(before);
                    var walk = new Walk(trial, script, before);
                    walk.up();
                    if (leadsBack) {
                        walk.down();
                        walk.up();
                    }
                });
    }

    /** Walks up and down one step, with the initial rows. */
    private final class Walk {
        private final Trial trial;
        private final Script script;
        private final Stage before;
        private final Stage after;
        private final SchemaModel schema;
        private final RowSnapshot rows;
        private final Lineage lineage;

        Walk(Trial trial, Script script, Stage before) {
            this.trial = trial;
            this.script = script;
            this.before = before;
            this.after = history.at(script);
            this.schema = trial.schema();
            this.rows = trial.rows(before);
            this.lineage = new Lineage(before.model());
        }

        void up() {
            trial.deploy(after);
            requireScripts(trial, after);
            lineage.follow(script.upgrade());
            requireRows(lineage, rows, trial.rows(after));
            trial.fill(after);
        }

        void down() {
            trial.undo(script, after);
            ContractFailure.throwIfAny(
                    "the downgrade of " + script.fileName() + " leaves something else than there was before:",
                    LogicalForm.differences(schema, trial.schema()));
            lineage.follow(script.downgrade());
            requireRows(lineage, rows, trial.rows(before));
        }
    }

    private Stream<DynamicTest> upgrades() {
        var stages = new ArrayList<>(history.released());
        var now = history.now();
        if (stages.isEmpty() || !stages.getLast().revisions().equals(now.revisions())) {
            stages.add(now);
        }
        return Stream.iterate(0, from -> from + 1)
                .limit(stages.size())
                .flatMap(from ->
                        stages.subList(from + 1, stages.size()).stream().map(to -> upgrade(stages.get(from), to)));
    }

    private DynamicTest upgrade(Stage from, Stage to) {
        return test(from.name() + " -> " + to.name() + " keeps its rows", trial -> {
            trial.deploy(from);
            trial.fill(from);
            var before = trial.rows(from);
            trial.deploy(to);
            requireScripts(trial, to);
            var lineage = new Lineage(from.model());
            from.scriptsTo(to).forEach(script -> lineage.follow(script.upgrade()));
            requireRows(lineage, before, trial.rows(to));
        });
    }

    private static void requireScripts(Trial trial, Stage stage) {
        ContractFailure.throwIfAny("the database does not match the scripts:", trial.differencesTo(stage));
    }

    private static void requireRows(Lineage lineage, RowSnapshot before, RowSnapshot after) {
        ContractFailure.throwIfAny("rows were lost or changed:", lineage.losses(before, after));
    }
}
