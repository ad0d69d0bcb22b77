package lamin.schema.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.fixture.ModelDifferences;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.detect.ModuleOrder;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.schema.property.RandomRows.Comparison;

/**
 * One model, its rows and the edits of one or more deploys, all made from a seed, and what must hold of them. Modules that depend on each other
 * get one edit at a time: what several edits need of each other may take more than one migration of each.
 */
final class Round {
    private final long seed;
    private final Draft draft;
    private final SchemaModel base;
    private final List<Migrated> creation;
    private final List<Migrated> edits = new ArrayList<>();
    private final List<RandomEdit> kinds = new ArrayList<>();
    private final RandomRows rows;

    private Round(long seed) {
        this.seed = seed;
        var dice = new Dice(seed);
        this.draft = RandomModel.draft(dice);
        this.creation = migrate();
        this.base = draft.render();
        RandomModel.fill(draft);
        this.rows = new RandomRows(draft, dice);
        var editor = new Editor(draft, dice);
        int count = dice.between(1, 6);
        boolean oneByOne = draft.modules.size() > 1;
        int deploys = oneByOne ? count : dice.between(1, 3);
        for (int i = 0; i < deploys; i++) {
            kinds.addAll(editor.edit(oneByOne ? 1 : count));
            edits.addAll(migrate());
            draft.remember();
        }
    }

    static Round of(long seed) {
        try {
            return new Round(seed);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + " fails before any database: " + e.getMessage(), e);
        }
    }

    /** Operations of the edits. */
    List<Migrated> edits() {
        return edits;
    }

    /** What an author gets who answers all questions; then nothing is left to detect. */
    private List<Migrated> migrate() {
        var after = draft.render();
        var before = draft.former();
        var hints = seed % 3 == 0 ? draft.hints() : Hints.NONE;
        var detection = Detector.detect(before, after, Map.of(), hints, draft.decisions());
        assertThat(detection.questions()).as("open questions about " + kinds).isEmpty();
        var migrations = new ArrayList<Migrated>();
        var state = before;
        for (var entry : ModuleOrder.of(before, detection).entrySet()) {
            var migration = new Migrated(Owner.of(entry.getKey()), state, entry.getValue());
            migrations.add(migration);
            state = migration.after();
        }
        assertThat(ModelDifferences.between(after, state))
                .as("what the scripts give after %s, by %s", kinds, migrations)
                .isEmpty();
        var again = Detector.detect(state, after, Map.of(), hints, Decisions.NONE);
        assertThat(again.isInSync())
                .as("left to detect after %s: %s", kinds, again)
                .isTrue();
        return migrations;
    }

    void check(Connection postgres) {
        try (var sqlite = Session.sqlite();
                var session = Session.postgres(postgres)) {
            for (var database : List.of(sqlite, session)) {
                upDownUp(database);
            }
            assertThat(LogicalForm.differences(sqlite.comparableSchema(), session.comparableSchema()))
                    .as("what tells SQLite and PostgreSQL apart")
                    .isEmpty();
        } catch (SQLException | RuntimeException | AssertionError e) {
            throw new AssertionError(describe(e), e);
        }
    }

    private void upDownUp(Session database) throws SQLException {
        try {
            upDownUpOn(database);
        } catch (SQLException | RuntimeException | AssertionError e) {
            throw new AssertionError(
                    database.kind() + ": " + e.getMessage() + "\nstatements\n  " + String.join("\n  ", database.log()),
                    e);
        }
    }

    private void upDownUpOn(Session database) throws SQLException {
        database.deploy(creation);
        require(database, base, "created");
        database.execute(rows.inserts(database));
        database.advance(base);
        var untouched = before(database, rows.untouched(draft));
        var kept = before(database, rows.kept(draft));

        database.deploy(edits);
        require(database, draft.former(), "up");
        assertThat(after(database, rows.untouched(draft)))
                .as("untouched columns")
                .isEqualTo(untouched);

        var back = Migrated.reversed(edits);
        boolean withRows = WayBack.isOpenForRows(back, rows.areFilled(draft));
        if (!withRows) {
            database.empty(draft.former());
        }
        database.deploy(back);
        require(database, base, "down");
        if (withRows) {
            assertThat(before(database, rows.kept(draft)))
                    .as("columns that came back")
                    .isEqualTo(kept);
        }
        database.deploy(edits);
        require(database, draft.former(), "up again");
    }

    private static void require(Session database, SchemaModel expected, String when) throws SQLException {
        assertThat(database.differencesTo(expected)).as("schema, " + when).isEmpty();
        assertThat(database.numbersInUse(expected)).as("sequences, " + when).isEmpty();
    }

    static List<List<String>> before(Session database, List<Comparison> comparisons) throws SQLException {
        var contents = new ArrayList<List<String>>();
        for (var comparison : comparisons) {
            contents.add(database.contents(comparison.before(), comparison.columnsBefore()));
        }
        return contents;
    }

    static List<List<String>> after(Session database, List<Comparison> comparisons) throws SQLException {
        var contents = new ArrayList<List<String>>();
        for (var comparison : comparisons) {
            contents.add(database.contents(comparison.after(), comparison.columnsAfter()));
        }
        return contents;
    }

    private String describe(Throwable failure) {
        return "seed %d fails; to repeat: mvn -pl lamin-schema -am test -Dtest=MigrationPropertiesTest -Dsurefire.failIfNoSpecifiedTests=false -Dlamin.seed=%d\n%s\nedits %s\nbefore\n%s\noperations\n%s"
                .formatted(
                        seed,
                        seed,
                        failure.getMessage(),
                        kinds,
                        creation.stream().map(Migrated::toString).collect(Collectors.joining("\n")),
                        edits.stream().map(Migrated::toString).collect(Collectors.joining("\n")));
    }
}
