package lamin.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lamin.artifact.SaveOptions;
import lamin.artifact.SavedArtifact;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers files and folders as artifacts. */
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = {
            "Register files or folders as artifacts and copy them into the storage.",
            "A file that is already in the storage stays where it is. Content that the instance has is not added"
                    + " again; other content under the same key becomes a new version. A folder is one artifact, or with"
                    + " --each every file in it is one. - is the standard input, which needs a key.",
            "In a run (lamin run, lamin track), saved artifacts become its outputs."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was saved, or the instance had it; with --on-failure warn also otherwise",
            "1:a file cannot be read or copied",
            "2:there is no such file, or the key cannot be one",
            "4:the same content is in the trash, or a table breaks its schema",
            "5:the database is locked"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin save counts.csv --key datasets/counts.csv",
            "  lamin save results/ --key run7 --description \"all plots\"",
            "  lamin save fastq/ --each --key raw/batch1",
            "  lamin save counts.csv --key counts.csv --schema counts",
            "  samtools view x.bam | lamin save - --key x.sam",
            "  lamin save *.csv --on-failure warn"
        })
public final class SaveCommand extends LaminCommand {
    /** What happens if something cannot be saved. */
    enum OnFailure {
        FAIL,
        WARN
    }

    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; - is the standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "A relative path by which to refer to it, such as datasets/counts.csv; with --each that of the"
                            + " folder.")
    private @Nullable String key;

    @Option(names = "--each", description = "Save every file of a folder as an artifact of its own.")
    private boolean each;

    @Option(names = "--description", paramLabel = "TEXT", description = "A description.")
    private @Nullable String description;

    @Option(names = "--kind", paramLabel = "KIND", description = "dataset, model, plan or another word.")
    private @Nullable String kind;

    @Option(
            names = "--revises",
            paramLabel = "UID",
            description = "The artifact of which this is a new version, whatever its key.")
    private @Nullable String revises;

    @Option(
            names = "--schema",
            paramLabel = "NAME|UID",
            description = "Validate a table with this schema first; a table that breaks it is not saved.")
    private @Nullable String schema;

    @Option(
            names = "--on-failure",
            paramLabel = "fail|warn",
            description =
                    "Whether something that cannot be saved ends the command (the default), or is listed at its end and"
                            + " in a journal for --retry.")
    private OnFailure onFailure = OnFailure.FAIL;

    @Option(
            names = "--retry",
            paramLabel = "JOURNAL",
            description = "Save what a command with --on-failure warn could not.")
    private @Nullable Path retry;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        requireSense();
        var journal = new SaveJournal(session().environment().workingDirectory(), retry);
        var requests = retry == null ? requests() : journal.read();
        try (var opened = session().lamin().open(session().instance(instance.name()));
                var progress = session().progress(size(requests))) {
            var saving = new SaveAll(opened, session().in(), progress);
            var results = onFailure == OnFailure.FAIL
                    ? saving.all(requests)
                    : saving.possible(requests, session().notices());
            progress.clear();
            session().print(json.isWanted(), () -> json(results), () -> text(results));
            if (onFailure == OnFailure.WARN || retry != null) {
                journal.write(saving.failed())
                        .ifPresent(message -> session().notices().warning(message));
            }
        }
        return OK;
    }

    private void requireSense() {
        if (paths.isEmpty() == (retry == null)) {
            throw usage("name what to save: one or more paths, or --retry JOURNAL");
        }
        if (paths.size() > 1 && (key != null || revises != null)) {
            throw usage("a key or a revision is for one path; " + paths.size() + " were given");
        }
        if (schema != null && (each || paths.contains(STANDARD_INPUT))) {
            throw usage("a schema is for tables in files; name the files");
        }
        if (paths.contains(STANDARD_INPUT) && key == null) {
            throw usage("the standard input has no name; give it a key: --key KEY");
        }
    }

    private static LaminException usage(String message) {
        return new LaminException(ErrorCode.USAGE, message);
    }

    private List<SaveItem> requests() {
        var options = new SaveOptions(key, description, kind, revises, true);
        return paths.stream()
                .map(path -> new SaveItem(
                        path.equals(STANDARD_INPUT)
                                ? null
                                : session().environment().workingDirectory().resolve(path),
                        each,
                        options,
                        schema))
                .toList();
    }

    /** Only for progress, so that folders are not walked twice. */
    private static long size(List<SaveItem> items) {
        return items.stream()
                .map(SaveItem::path)
                .filter(Objects::nonNull)
                .map(Path::toFile)
                .filter(file -> Files.isRegularFile(file.toPath()))
                .mapToLong(java.io.File::length)
                .sum();
    }

    private static List<String> text(List<SavedArtifact> results) {
        return results.stream()
                .map(saved -> outcome(saved) + saved.artifact().uid() + "  " + ArtifactText.line(saved.artifact()))
                .toList();
    }

    private static String outcome(SavedArtifact saved) {
        return switch (saved.outcome()) {
            case NEW -> "saved ";
            case NEW_VERSION -> "saved a new version: ";
            case EXISTING -> "already saved: ";
        };
    }

    /** One object for one artifact, otherwise a list. */
    private Object json(List<SavedArtifact> results) {
        var list = results.stream().map(SaveCommand::json).toList();
        return list.size() == 1 && paths.size() == 1 && !each ? list.getFirst() : list;
    }

    private static Object json(SavedArtifact saved) {
        var map = new LinkedHashMap<String, Object>(ArtifactText.json(saved.artifact()));
        map.put("outcome", saved.outcome().name().toLowerCase(Locale.ROOT));
        return map;
    }
}
