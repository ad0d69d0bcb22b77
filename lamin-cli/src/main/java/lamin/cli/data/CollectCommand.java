package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.Instance;
import lamin.cli.command.InstanceOption;
import lamin.cli.command.JsonOption;
import lamin.cli.command.LaminCommand;
import lamin.collection.CollectedArtifact;
import lamin.collection.SavedCollection;
import lamin.collection.StoredCollection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves artifacts as a collection, or lists those of a collection. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = {
            "Save artifacts as a collection, or list one.",
            "Other artifacts under a key that is in use become a new version. Without artifacts, list those of the"
                    + " collection."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the collection was saved or listed",
            "2:unknown collection or artifact",
            "4:the same collection is in the trash"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  lamin collect plates/2026 plates/a.csv plates/b.csv",
            "  lamin collect plates/2026 plates/c.csv --append",
            "  lamin collect plates/2026"
        })
public final class CollectCommand extends LaminCommand {
    @Parameters(
            index = "0",
            paramLabel = "KEY|UID",
            description = "The key of the collection; to list one, also its uid.")
    private String key = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARTIFACT", description = "The keys or uids of artifacts.")
    private List<String> artifacts = new ArrayList<>();

    @Option(names = "--append", description = "Keep the artifacts of the latest version.")
    private boolean append;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
    private @Nullable String description;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        try (var opened = session().lamin().open(session().instance(instance.name()))) {
            if (artifacts.isEmpty()) {
                print(opened, opened.collections().get(key), "");
            } else {
                var saved = save(opened);
                print(opened, saved.collection(), outcome(saved));
            }
        }
        return OK;
    }

    private SavedCollection save(Instance opened) {
        var members = artifacts.stream().map(opened.artifacts()::get).toList();
        var collections = opened.collections();
        return append ? collections.append(collections.get(key), members) : collections.save(key, members, description);
    }

    private static String outcome(SavedCollection saved) {
        return switch (saved.outcome()) {
            case NEW -> "saved ";
            case NEW_VERSION -> "saved a new version: ";
            case EXISTING -> "already saved: ";
        };
    }

    private void print(Instance opened, StoredCollection collection, String outcome) {
        var members = opened.collections().artifacts(collection);
        session().print(json.isWanted(), () -> json(collection, members), () -> {
            var lines = new ArrayList<String>();
            lines.add(outcome + collection.uid() + "  " + collection.key() + "  "
                    + (members.size() == 1 ? "1 artifact" : members.size() + " artifacts"));
            lines.addAll(Columns.lines(members.stream().map(CollectCommand::row).toList()));
            return lines;
        });
    }

    private static List<String> row(CollectedArtifact artifact) {
        return List.of(
                "  " + artifact.uid(),
                ArtifactText.size(artifact.size()),
                artifact.key() == null ? "" : artifact.key());
    }

    private static Map<String, @Nullable Object> json(StoredCollection collection, List<CollectedArtifact> members) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("uid", collection.uid());
        map.put("key", collection.key());
        map.put("description", collection.description());
        map.put("hash", collection.hash());
        map.put("is_latest", collection.isLatest());
        map.put("artifacts", members.stream().map(CollectCommand::json).toList());
        return map;
    }

    private static Map<String, @Nullable Object> json(CollectedArtifact artifact) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("uid", artifact.uid());
        map.put("key", artifact.key());
        map.put("suffix", artifact.suffix());
        map.put("size", artifact.size());
        map.put("hash", artifact.hash());
        return map;
    }
}
