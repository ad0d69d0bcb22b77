package lamin.schema.internal.detect;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.internal.operation.Operation;

/**
 * The result of the detector.
 *
 * @param operations by module, in the order in which they apply; unchanged modules are omitted
 * @param dependencies by module, the other modules that the foreign keys of its operations reference
 * @param questions open decisions; as long as there are any, {@code operations} is empty
 */
public record Detection(
        SortedMap<String, List<Operation>> operations,
        SortedMap<String, Set<String>> dependencies,
        List<Question> questions) {
    public Detection {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        dependencies = Collections.unmodifiableSortedMap(new TreeMap<>(dependencies));
        questions = List.copyOf(questions);
    }

    static Detection undecided(List<Question> questions) {
        return new Detection(new TreeMap<>(), new TreeMap<>(), questions);
    }

    /**
     * The questions that can be answered now. Dropped columns are known once renames of tables are decided, and missing values
     * once renames of columns are.
     */
    public List<Question> nextQuestions() {
        return questions.stream().anyMatch(Detection::isAboutTable)
                ? questions.stream().filter(Detection::isAboutTable).toList()
                : withoutFills();
    }

    private static boolean isAboutTable(Question question) {
        return question instanceof Question.Gone gone && gone.isTable();
    }

    private List<Question> withoutFills() {
        var others = questions.stream()
                .filter(question -> !(question instanceof Question.Fill))
                .toList();
        return others.isEmpty() ? questions : others;
    }

    public boolean isInSync() {
        return operations.isEmpty() && questions.isEmpty();
    }

    public List<Operation> of(String module) {
        return operations.getOrDefault(module, List.of());
    }
}
