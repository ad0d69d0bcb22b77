package lamin.cli.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.Instance;
import lamin.annotation.Annotations;
import lamin.annotation.Change;
import lamin.annotation.Created;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.label.LabelName;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds and removes labels and feature values. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Add labels and feature values to an artifact, a run or a collection, or remove them.",
            "All changes are made, or none. Without a change, print the annotations.",
            "A label is NAME for a ULabel, REGISTRY:NAME for another registry, and ULabel[TYPE]:NAME for one type.",
            "A value replaces the values that the feature has; repeat the option for several values."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the annotations were changed or printed",
            "2:unknown artifact, label or feature, or a value that does not have the type of its feature",
            "4:the change is not possible, for example because the feature has another type"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin annotate datasets/counts.csv --label treated --label \"bionty.CellType:T cell\"",
            "  lamin annotate datasets/counts.csv --feature dose=0.5 --feature day=2026-11-30",
            "  lamin annotate datasets/counts.csv --feature \"species:cat[ULabel]=mouse\" --create",
            "  lamin annotate datasets/counts.csv --remove-label treated --remove-feature dose",
            "  lamin annotate --run 3CZbXLm9MULi078b --feature temperature=37.5"
        })
public final class AnnotateCommand extends LaminCommand {
    @Parameters(paramLabel = "KEY|UID", arity = "0..1", description = "The key or the uid of the artifact.")
    private @Nullable String artifact;

    @Option(names = "--run", paramLabel = "UID", description = "Annotate this run instead of an artifact.")
    private @Nullable String run;

    @Option(
            names = "--collection",
            paramLabel = "KEY|UID",
            description = "Annotate this collection instead of an artifact.")
    private @Nullable String collection;

    @Option(names = "--label", paramLabel = "LABEL", description = "Add a label.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--feature",
            paramLabel = "NAME=VALUE",
            description =
                    "Set a value of a feature. NAME:TYPE=VALUE says with which type a new feature is created, such as"
                            + " float or cat[ULabel]; otherwise --create infers it from the value.")
    private List<String> features = new ArrayList<>();

    @Option(names = "--remove-label", paramLabel = "LABEL", description = "Remove a label.")
    private List<String> removedLabels = new ArrayList<>();

    @Option(names = "--remove-feature", paramLabel = "NAME", description = "Remove all values of a feature.")
    private List<String> removedFeatures = new ArrayList<>();

    @Option(names = "--create", description = "Create missing labels and features.")
    private boolean create;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        requireOneTarget();
        var changes = changes();
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var annotations = annotations(opened);
            var created = changes.isEmpty() ? new Created(List.of(), List.of()) : annotations.apply(changes, create);
            var text = new AnnotationText(annotations.target(), annotations.read(), created);
            session().print(json.isWanted(), text::json, text::lines);
        }
        return OK;
    }

    private void requireOneTarget() {
        if (Stream.of(artifact, run, collection).filter(each -> each != null).count() != 1) {
            throw new LaminException(
                    ErrorCode.USAGE, "name one artifact, or one run with --run, or one collection with --collection");
        }
    }

    private Annotations annotations(Instance opened) {
        if (run != null) {
            return opened.annotationsOfRun(run);
        }
        return collection != null
                ? opened.annotations(opened.collections().get(collection))
                : opened.annotations(opened.artifacts().get(String.valueOf(artifact)));
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        removedLabels.forEach(label -> changes.add(new Change.RemoveLabel(LabelName.parse(label))));
        removedFeatures.forEach(feature -> changes.add(new Change.RemoveValues(feature)));
        labels.forEach(label -> changes.add(new Change.AddLabel(LabelName.parse(label))));
        changes.addAll(FeatureArgument.changes(features));
        return changes;
    }
}
