package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lamin.schema.detect.Decisions;
import lamin.schema.detect.Detection;
import lamin.schema.detect.Question;
import lamin.schema.operation.AlembicSource;
import lamin.schema.operation.JavaSource;
import lamin.schema.operation.Operation;

/**
 * What the scripts of a module lack, as Java to paste. Where only a person can decide, a rename is the live line and the
 * alternatives stand under it as comments: nothing is written until somebody has pasted one.
 */
public final class MissingOperations {
    private static final String UNDECIDED = "TODO: SQL for the rows that are there";

    private final Comparison comparison;
    private final List<Question> questions = new ArrayList<>();
    private final Detection detection;

    public MissingOperations(Comparison comparison) {
        this.comparison = comparison;
        this.detection = assume(MissingOperations::renamed, questions);
    }

    /** Goes on as if every question were answered: a rename by {@code answer}, the others with a yes. */
    private Detection assume(BiFunction<Decisions, Question.Rename, Decisions> answer, List<Question> asked) {
        var decisions = Decisions.NONE;
        var found = comparison.detect(decisions);
        while (!found.questions().isEmpty()) {
            asked.addAll(found.questions());
            for (var question : found.questions()) {
                decisions = switch (question) {
                    case Question.Rename rename -> answer.apply(decisions, rename);
                    case Question.Drop(var object) -> decisions.withDrop(object);
                    case Question.Fill(var column) -> decisions.withFill(column, UNDECIDED);
                };
            }
            found = comparison.detect(decisions);
        }
        return found;
    }

    /** The first candidate that no other rename in the same place took. */
    private static Decisions renamed(Decisions decisions, Question.Rename rename) {
        var taken = decisions.renames().entrySet().stream()
                .filter(entry -> place(entry.getKey()).equals(place(rename.object())))
                .map(Map.Entry::getValue)
                .toList();
        return rename.candidates().stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .map(name -> decisions.withRename(rename.object(), name))
                .orElse(decisions.withDrop(rename.object()));
    }

    /** The table of a {@code table.column}; nothing for a table. */
    private static String place(String object) {
        int dot = object.lastIndexOf('.');
        return dot < 0 ? "" : object.substring(0, dot);
    }

    /** What was found, with every question answered by its first answer. */
    public Detection detection() {
        return detection;
    }

    public boolean isEmpty() {
        return detection.isInSync();
    }

    /** The lines to print; empty when nothing is missing. */
    public List<String> block() {
        if (isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        var upgrade = detection.of(comparison.module().name());
        var script = openScript();
        if (script.isEmpty()) {
            lines.add("// first: lamin migrate generate");
        }
        lines.add("----- add to " + script.orElse("the new script") + ", upgrade -----");
        upgrade.forEach(operation -> {
            lines.addAll(java(operation));
            AlembicSource.of(operation).lines().forEach(line -> lines.add("// Alembic: " + line));
        });
        questions.forEach(question -> lines.add("// " + question.text()));
        lines.addAll(alternative());
        lines.add("----- and to its downgrade -----");
        comparison.reverse(upgrade).forEach(operation -> lines.addAll(java(operation)));
        lines.add("-----");
        return lines;
    }

    /** What it takes where nothing was renamed, as comments; empty where nothing may have been. */
    private List<String> alternative() {
        if (questions.stream().noneMatch(Question.Rename.class::isInstance)) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("// or, where it was no rename:"));
        assume((decisions, rename) -> decisions.withDrop(rename.object()), new ArrayList<>())
                .of(comparison.module().name())
                .forEach(operation -> java(operation).forEach(line -> lines.add("// " + line)));
        return lines;
    }

    /** The last script while no release has it. */
    private Optional<String> openScript() {
        var scripts = comparison.chain().scripts();
        return scripts.isEmpty() || scripts.getLast().info().isReleased()
                ? Optional.empty()
                : Optional.of(scripts.getLast().info().simpleName() + ".java");
    }

    private List<String> java(Operation operation) {
        return JavaSource.of(operation, comparison.module().owner()).lines().toList();
    }
}
