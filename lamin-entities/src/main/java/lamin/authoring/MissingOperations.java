package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.internal.detect.Candidate;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.AlembicSource;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.RenameColumn;
import lamin.schema.internal.operation.Operation.RenameTable;
import lamin.schema.internal.plan.Planner;
import lamin.schema.model.TableName;

/**
 * The operations missing from the scripts of a module, as Java to paste. For open decisions, a rename is the active
 * line and the alternatives follow as comments: nothing changes until the author has pasted one.
 */
public final class MissingOperations {
    private static final int MOST_RENAMES = 3;

    private final Comparison comparison;
    private final AssumedAnswers renamed;

    public MissingOperations(Comparison comparison) {
        this.comparison = comparison;
        this.renamed = AssumedAnswers.renames(comparison::detect);
    }

    /** The detection, with every question answered by its first answer. */
    public Detection detection() {
        return renamed.detection();
    }

    public boolean isEmpty() {
        return detection().isInSync();
    }

    /** The lines to print; empty if nothing is missing. */
    public List<String> block() {
        if (isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        var upgrade = detection().of(comparison.module().name());
        var script = comparison.chain().openScript().map(Script::fileName);
        lines.add("----- add to " + script.orElse("the new script") + ", upgrade -----");
        comparison.hibernateChange().ifPresent(change -> lines.add("// " + change.text()));
        lines.addAll(dependencies());
        upgrade.forEach(operation -> {
            lines.addAll(java(operation));
            AlembicSource.of(operation).lines().forEach(line -> lines.add("// Alembic: " + line));
        });
        renamed.questions().forEach(question -> lines.add("// " + text(question)));
        lines.addAll(alternative());
        lines.add("----- and to its downgrade -----");
        WayBack.undecided(comparison.reverse(upgrade)).forEach(operation -> lines.addAll(java(operation)));
        lines.add("-----");
        return lines;
    }

    /** The missing operations as a problem of the module; without an open script, the first step is to create one. */
    public Problem problem() {
        var script = comparison.chain().openScript();
        return new Problem(
                Problem.Kind.OPERATIONS,
                script.map(open -> open.info().className())
                        .orElse(comparison.module().rootPackage() + ".package-info"),
                block(),
                script.isPresent() ? List.of() : List.of(new GenerateMigration()));
    }

    /** Dependencies that are missing in a script that was generated before the entities needed them. */
    private List<String> dependencies() {
        var script = comparison.chain().openScript();
        if (script.isEmpty()) {
            return List.of();
        }
        var missing = comparison.dependsOn(detection());
        missing.removeAll(
                new Planner(comparison.chains()).needed(Set.of(script.get().revision())));
        return missing.stream()
                .map(revision -> "// in @Revision: dependsOn = \"" + revision + "\"")
                .toList();
    }

    private static String text(Question question) {
        boolean mayBeRenamed =
                question instanceof Question.Drop drop && drop.candidates().isEmpty() && drop.mayBeRenamed();
        return question.text() + (mayBeRenamed ? ", unless it was renamed" : "");
    }

    /** The operations if the likely renames are not renames, as comments; then the less likely renames. */
    private List<String> alternative() {
        var lines = new ArrayList<String>();
        if (gone().anyMatch(MissingOperations::isLikelyRename)) {
            lines.add("// or, if it was not a rename:");
            AssumedAnswers.drops(comparison::detect)
                    .detection()
                    .of(comparison.module().name())
                    .forEach(operation -> java(operation).forEach(line -> lines.add("// " + line)));
        }
        gone().filter(question -> !isLikelyRename(question)).forEach(question -> lines.addAll(unlikely(question)));
        return lines;
    }

    private Stream<Question.Gone> gone() {
        return renamed.questions().stream()
                .filter(Question.Gone.class::isInstance)
                .map(Question.Gone.class::cast);
    }

    private static boolean isLikelyRename(Question.Gone question) {
        return question.candidates().stream().anyMatch(Candidate::isLikely);
    }

    private List<String> unlikely(Question.Gone question) {
        var lines = new ArrayList<String>();
        for (var candidate : question.candidates().stream().limit(MOST_RENAMES).toList()) {
            lines.add("// or, if " + question.object() + " was renamed to " + candidate.name() + ":");
            java(rename(question, candidate.name())).forEach(line -> lines.add("// " + line));
        }
        return lines;
    }

    private Operation rename(Question.Gone question, String newName) {
        if (question.isTable()) {
            return new RenameTable(TableName.parse(question.object()), TableName.parse(newName), null);
        }
        int dot = question.object().lastIndexOf('.');
        var table = TableName.parse(question.object().substring(0, dot));
        return new RenameColumn(nameNow(table), question.object().substring(dot + 1), newName, null);
    }

    /** Renames of tables come before what changes in them. */
    private TableName nameNow(TableName table) {
        return detection().of(comparison.module().name()).stream()
                .filter(RenameTable.class::isInstance)
                .map(RenameTable.class::cast)
                .filter(rename -> rename.table().equals(table))
                .map(RenameTable::newName)
                .findFirst()
                .orElse(table);
    }

    private List<String> java(Operation operation) {
        return JavaSource.of(operation, comparison.module().owner()).lines().toList();
    }
}
