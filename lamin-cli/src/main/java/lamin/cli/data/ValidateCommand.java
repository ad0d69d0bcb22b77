package lamin.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lamin.Instance;
import lamin.artifact.StoredArtifact;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.cli.command.YesOption;
import lamin.dataset.ColumnDraft;
import lamin.dataset.StoredSchema;
import lamin.dataset.ValidatedTable;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.tablefile.TableFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Validates a table with a schema, or drafts a schema from a table. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Validate a table with a schema.",
            "The names and types of columns, missing values, and categories against their registries are checked. The"
                    + " table is a CSV or TSV file, which may be compressed with gzip, a Parquet file, or an artifact. A"
                    + " valid artifact is annotated with the schema, its labels and its number of rows.",
            "With --draft, propose a schema from the columns of the table and create it together with missing features."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table is valid, or the schema was created",
            "1:the file cannot be read",
            "2:there is no such table or schema",
            "4:the table breaks the schema, or the drafted schema was not confirmed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin validate counts.csv --draft counts --yes",
            "  lamin validate counts.csv --schema counts",
            "  lamin validate counts.csv --schema counts --create",
            "  lamin validate datasets/counts.csv --schema counts --json"
        })
public final class ValidateCommand extends LaminCommand {
    @Parameters(
            paramLabel = "FILE|KEY|UID",
            description = "The file; if there is none, the key or the uid of an artifact.")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private Task task = new Task();

    private static final class Task {
        @Option(names = "--schema", paramLabel = "NAME|UID", description = "The schema to validate with.")
        private @Nullable String schema;

        @Option(names = "--draft", paramLabel = "NAME", description = "Create a schema of this name from the table.")
        private @Nullable String draft;
    }

    @Option(
            names = "--create",
            description = "Create labels for values of categorical columns that are in no registry.")
    private boolean create;

    @Mixin
    private YesOption yes = new YesOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            var file = session().environment().workingDirectory().resolve(name);
            var artifact = Files.exists(file) ? null : opened.artifacts().get(name);
            var table = artifact == null ? TableFile.at(file) : table(opened, artifact);
            if (task.draft != null) {
                return draft(opened, table, task.draft);
            }
            return validate(opened, table, artifact, String.valueOf(task.schema));
        }
    }

    /** The name in the storage says nothing about the format of an artifact, its key does. */
    private static TableFile table(Instance opened, StoredArtifact artifact) {
        Path path = opened.artifacts().path(artifact);
        return TableFile.at(path, artifact.key() == null ? path.getFileName().toString() : artifact.key());
    }

    private int validate(Instance opened, TableFile table, @Nullable StoredArtifact artifact, String schema) {
        var checked = check(opened, table, opened.schemas().get(schema));
        if (artifact != null && checked.isValid()) {
            opened.validation().record(artifact, checked);
        }
        print(checked);
        return checked.isValid() ? OK : ErrorCode.REFUSED.exitCode();
    }

    private ValidatedTable check(Instance opened, TableFile table, StoredSchema schema) {
        var checked = opened.validation().check(table, schema);
        if (!create || checked.unknown().isEmpty()) {
            return checked;
        }
        opened.validation()
                .createLabels(checked)
                .forEach(label -> session().err().println("created label " + label.name() + " in " + label.registry()));
        return opened.validation().check(table, schema);
    }

    private void print(ValidatedTable checked) {
        var text = new ValidationText(name, checked);
        session().print(json.isWanted(), text::json, text::lines);
    }

    private int draft(Instance opened, TableFile table, String schema) {
        var columns = opened.validation().draft(table);
        if (!yes.isGiven()) {
            DraftText.lines(columns).forEach(session().err()::println);
            confirm(schema, columns);
        }
        var created = opened.validation().create(schema, columns);
        session()
                .print(
                        json.isWanted(),
                        () -> DraftText.json(created, columns),
                        () -> DraftText.created(created, schema, columns));
        return OK;
    }

    private void confirm(String schema, List<ColumnDraft> columns) {
        var question = "create schema " + schema + " with these " + columns.size() + " columns?";
        if (!session().terminal().confirm(question)) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "schema " + schema + " was not created: this was not confirmed",
                    new Advice("confirm with --yes"));
        }
    }
}
