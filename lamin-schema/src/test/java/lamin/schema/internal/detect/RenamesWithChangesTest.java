package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lamin.schema.fixture.ModelDifferences;
import lamin.schema.internal.operation.Replay;
import lamin.schema.model.Owner;
import lamin.schema.property.LiveChange;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.Test;

/** Renames that go with other changes, as in histories of real schemas: each is offered, and most are named first. */
class RenamesWithChangesTest {
    private static final Path CASES = Path.of("src/test/resources/renames.yaml");
    private static final double NAMED_FIRST = 0.9;

    /** A person at the questions who knows what was renamed. */
    private static final class Author {
        private final String id;
        private final CaseModel before;
        private final CaseModel after;
        private final Map<String, String> renames;
        private final List<String> named = new ArrayList<>();
        private final List<String> offered = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();

        Author(Map<String, Object> notation) {
            id = Yaml.text(notation.get("id"));
            before = CaseModel.read(Yaml.map(notation.get("before")));
            after = CaseModel.read(Yaml.map(notation.get("after")));
            renames = new HashMap<>();
            Yaml.map(notation.get("renames")).forEach((object, name) -> renames.put(object, Yaml.text(name)));
            missed.addAll(renames.keySet());
        }

        Detection decide() {
            var decisions = Decisions.NONE;
            var found = detect(decisions);
            while (!found.questions().isEmpty()) {
                decisions = answer(decisions, found.nextQuestions().getFirst());
                found = detect(decisions);
            }
            return found;
        }

        private Detection detect(Decisions decisions) {
            return Detector.detect(before.state(), after.state(), Map.of(), Hints.NONE, decisions);
        }

        private Decisions answer(Decisions decisions, Question question) {
            return switch (question) {
                case Question.Fill(var column) -> decisions.withFill(column, "'0'");
                case Question.Gone gone -> {
                    var name = renames.get(gone.object());
                    if (name == null) {
                        yield decisions.withDrop(gone.object());
                    }
                    count(gone, name);
                    yield decisions.withRename(gone.object(), name);
                }
            };
        }

        private void count(Question.Gone question, String name) {
            var names = question.candidates().stream().map(Candidate::name).toList();
            var line = id + ": " + question.object() + " -> " + name + " among " + names;
            if (names.contains(name)) {
                missed.remove(question.object());
                (names.getFirst().equals(name) ? named : offered).add(line);
            }
        }
    }

    @Test
    void the_true_one_is_always_offered_and_mostly_first() throws IOException, SQLException {
        var authors = Yaml.list(Yaml.read(Files.readString(CASES)).get("cases")).stream()
                .map(notation -> new Author(Yaml.map(notation)))
                .toList();
        try (var postgres = TestPostgres.create()) {
            for (var author : authors) {
                var operations = author.decide().operations();
                var change = operations.firstEntry();
                var replayed = Replay.of(author.before.state(), Owner.of(change.getKey()), change.getValue());
                assertThat(ModelDifferences.between(author.after.state(), replayed))
                        .as(author.id)
                        .isEmpty();
                try (var connection = postgres.connection()) {
                    LiveChange.of(author.before.state(), operations).check(connection);
                }
            }
        }
        var named = authors.stream().flatMap(author -> author.named.stream()).toList();
        var offered =
                authors.stream().flatMap(author -> author.offered.stream()).toList();
        var missed = authors.stream().flatMap(author -> author.missed.stream()).toList();
        System.out.printf(
                "named first %d, later %d%n  %s%n", named.size(), offered.size(), String.join("\n  ", offered));
        assertThat(missed).isEmpty();
        assertThat(named.size() + offered.size()).isGreaterThanOrEqualTo(60);
        assertThat((double) named.size() / (named.size() + offered.size())).isGreaterThanOrEqualTo(NAMED_FIRST);
    }
}
