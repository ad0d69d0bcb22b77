package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.LaminException;
import lamin.schema.property.LiveChange;
import lamin.testing.databases.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of a folder and of those in it, {@code -Dlamin.cases=DIR}; by default the project's own. Prints of each
 * what is expected and what was found, and runs the operations on both databases with rows. A case that is not understood
 * fails.
 */
class DetectorCasesTest {
    private static final TestPostgres POSTGRES = TestPostgres.create();
    private static final Path FOLDER = folder(System.getProperty("lamin.cases", "src/test/resources/detector-cases"));

    /** Maven runs tests in the folder of the module; a relative folder may also be meant from the project's. */
    private static Path folder(String given) {
        var folder = Path.of(given);
        return Files.isDirectory(folder) ? folder : Path.of("..").resolve(given);
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @TestFactory
    Stream<DynamicTest> the_detector_finds_what_the_case_expects() {
        var cases = Case.readFolder(FOLDER);
        assertThat(cases).as("cases in " + FOLDER.toAbsolutePath()).isNotEmpty();
        assertThat(cases).extracting(Case::id).doesNotHaveDuplicates();
        return cases.stream().map(tested -> DynamicTest.dynamicTest(tested.id(), () -> checkNamed(tested, cases)));
    }

    /** Reports of dynamic tests count them; a failure says which case it is. */
    private static void checkNamed(Case tested, List<Case> all) {
        try {
            check(tested, all);
        } catch (SQLException | RuntimeException | AssertionError e) {
            System.out.printf("%s%n  FAILED   %s%n", tested.id(), e.getMessage());
            throw new AssertionError(tested.id() + ": " + e.getMessage(), e);
        }
    }

    private static void check(Case tested, List<Case> all) throws SQLException {
        tested.requireKnownEntries();
        if (tested.isProperty()) {
            CaseProperty.of(tested.id()).check(all);
        } else if (tested.failure().isEmpty()) {
            checkOperations(tested);
        } else if (tested.operations().isEmpty()) {
            checkFailure(tested);
        } else {
            checkFailure(tested.withoutAnswers());
            checkOperations(tested);
        }
    }

    private static void checkFailure(Case tested) {
        var expected = tested.failure().orElseThrow();
        var found = failure(tested);
        print(tested, "failure: " + expected, found.isEmpty() ? "no failure" : "failure: " + found);
        assertThat(found).as("failure").isNotEmpty();
        assertThat(words(found)).as(found).containsAll(words(expected));
        tested.questions().ifPresent(questions -> checkQuestions(questions, new CaseRun(tested)));
    }

    private static String failure(Case tested) {
        try {
            return new CaseRun(tested).open().stream().map(Question::text).collect(Collectors.joining("; "));
        } catch (LaminException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void checkOperations(Case tested) throws SQLException {
        var expected = tested.operations().orElseThrow(() -> new AssertionError("nothing is expected"));
        var run = new CaseRun(tested);
        var found = run.descriptions();
        print(tested, withDependencies(expected, tested.dependencies().orElse(Set.of())), summary(run));
        assertThat(run.open()).as("open questions").isEmpty();
        assertThat(comparable(found, tested.isUnordered())).isEqualTo(comparable(expected, tested.isUnordered()));
        tested.dependencies().ifPresent(edges -> assertThat(run.dependencies()).isEqualTo(edges));
        tested.questions().ifPresent(questions -> checkQuestions(questions, run));
        tested.isLossy()
                .ifPresent(lossy -> assertThat(run.isLossy()).as("lossy").isEqualTo(lossy));
        tested.sqlite()
                .ifPresent(sqlite -> assertThat(run.sqlite()).as("sqlite").isEqualTo(sqlite));
        if (tested.isAnswered()) {
            assertThat(run.questions()).as("questions that the answers are for").isNotEmpty();
        }
        checkOnDatabases(run);
    }

    private static void checkOnDatabases(CaseRun run) throws SQLException {
        try (var connection = POSTGRES.connection()) {
            LiveChange.of(run.before(), run.operations())
                    .check(connection)
                    .forEach(refused -> System.out.println("  without rows on " + refused));
        }
    }

    private static String summary(CaseRun run) {
        return run.open().isEmpty() ? withDependencies(run.descriptions(), run.dependencies()) : "open: " + run.open();
    }

    private static String withDependencies(Map<String, List<String>> operations, Set<String> dependencies) {
        return operations + (dependencies.isEmpty() ? "" : " " + dependencies);
    }

    /** Each expected question is made of the words of one that is asked; no more are asked, but whether to drop. */
    private static void checkQuestions(List<String> expected, CaseRun run) {
        var asked = new ArrayList<>(run.questions());
        for (var question : expected) {
            var match = asked.stream()
                    .filter(one -> vocabulary(one).containsAll(words(question)))
                    .findFirst();
            assertThat(match).as("question '" + question + "' among " + asked).isPresent();
            match.ifPresent(asked::remove);
        }
        asked.removeIf(question -> question instanceof Question.Drop);
        assertThat(asked).as("questions nobody expects").isEmpty();
    }

    private static Set<String> vocabulary(Question question) {
        var text = switch (question) {
            case Question.Rename rename ->
                "rename renamed to from was did you is or drop a the table column entity field " + rename.object()
                        + " " + rename.object().replace('.', ' ') + " " + String.join(" ", rename.equal())
                        + " "
                        + rename.equal().stream()
                                .map(name -> rename.object().replaceFirst("[^.]*$", name))
                                .collect(Collectors.joining(" "));
            case Question.Drop drop -> "drop table column " + drop.object();
            case Question.Fill(var column) -> "one-off default value fill backfill for not null column " + column;
        };
        return words(text);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;:=?()]+|->|<->"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, Object> comparable(Map<String, List<String>> operations, boolean unordered) {
        var comparable = new TreeMap<String, Object>();
        operations.forEach((module, ofModule) -> {
            var words = ofModule.stream().map(DetectorCasesTest::spelling).toList();
            if (!words.isEmpty()) {
                comparable.put(module, unordered ? words.stream().sorted().toList() : words);
            }
        });
        return comparable;
    }

    /** A table has one primary key: which columns it is on need not be said. */
    private static String spelling(String operation) {
        var words = operation.strip().replaceAll("\\s+", " ");
        return words.startsWith("createPrimaryKey ") ? words.replaceFirst("^(createPrimaryKey \\w+).*", "$1") : words;
    }

    private static void print(Case tested, Object expected, Object found) {
        System.out.printf("%s%n  expected %s%n  found    %s%n", tested.id(), expected, found);
    }

    /** Fails with all cases of which something does not hold. */
    static void require(List<String> violations) {
        if (!violations.isEmpty()) {
            fail(String.join(System.lineSeparator(), violations));
        }
    }
}
