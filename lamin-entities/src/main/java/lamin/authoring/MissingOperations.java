package lamin.authoring;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.internal.detect.Detection;
import lamin.schema.internal.detect.Question;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.operation.AlembicSource;
import lamin.schema.internal.operation.JavaSource;
import lamin.schema.internal.operation.Operation;

/**
 * The operations missing from the scripts of a module, as Java to paste. For open decisions, a rename is the active
 * line and the alternatives follow as comments: nothing changes until the author has pasted one.
 */
public final class MissingOperations {
    private final Comparison comparison;
    private final Assumed renamed;

    public MissingOperations(Comparison comparison) {
        this.comparison = comparison;
        this.renamed = Assumed.renames(comparison::detect);
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
        upgrade.forEach(operation -> {
            lines.addAll(java(operation));
            AlembicSource.of(operation).lines().forEach(line -> lines.add("// Alembic: " + line));
        });
        renamed.questions().forEach(question -> lines.add("// " + question.text()));
        lines.addAll(alternative());
        lines.add("----- and to its downgrade -----");
        comparison.reverse(upgrade).forEach(operation -> lines.addAll(java(operation)));
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

    /** The operations for the case that nothing was renamed, as comments; empty if there is no possible rename. */
    private List<String> alternative() {
        if (renamed.questions().stream().noneMatch(Question.Rename.class::isInstance)) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("// or, if it was not a rename:"));
        Assumed.drops(comparison::detect)
                .detection()
                .of(comparison.module().name())
                .forEach(operation -> java(operation).forEach(line -> lines.add("// " + line)));
        return lines;
    }

    private List<String> java(Operation operation) {
        return JavaSource.of(operation, comparison.module().owner()).lines().toList();
    }
}
