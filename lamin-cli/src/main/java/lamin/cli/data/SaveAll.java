package lamin.cli.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import lamin.Instance;
import lamin.artifact.SaveOptions;
import lamin.artifact.SavedArtifact;
import lamin.dataset.Validation;
import lamin.schema.LaminException;
import lamin.schema.Notices;

/** Saves what a user named, until the first failure or in spite of failures. */
final class SaveAll {
    private final Instance instance;
    private final InputStream in;
    private final LongConsumer progress;
    private final List<SaveItem> failed = new ArrayList<>();

    SaveAll(Instance instance, InputStream in, LongConsumer progress) {
        this.instance = instance;
        this.in = in;
        this.progress = progress;
    }

    List<SavedArtifact> all(List<SaveItem> items) {
        return items.stream().flatMap(item -> save(item).stream()).toList();
    }

    /** Reports what cannot be saved. */
    List<SavedArtifact> possible(List<SaveItem> items, Notices notices) {
        var saved = new ArrayList<SavedArtifact>();
        for (var item : items) {
            try {
                saved.addAll(save(item));
            } catch (LaminException e) {
                notices.warning(item.name() + " was not saved: " + e.getMessage());
                failed.add(item);
            }
        }
        return saved;
    }

    /** What was not saved. */
    List<SaveItem> failed() {
        return List.copyOf(failed);
    }

    private List<SavedArtifact> save(SaveItem item) {
        var artifacts = instance.artifacts();
        if (item.path() == null) {
            var name = Path.of(Objects.requireNonNull(item.options().key())).getFileName();
            return List.of(artifacts.save(in, name.toString(), item.options()));
        }
        if (item.isEach()) {
            return artifacts.saveEach(item.path(), item.options(), progress);
        }
        return List.of(
                item.schema() == null
                        ? artifacts.save(item.path(), item.options(), progress)
                        : saveTable(item.path(), item.options(), item.schema()));
    }

    /** A table that breaks the schema is not saved. */
    private SavedArtifact saveTable(Path path, SaveOptions options, String schema) {
        var table = instance.validation().check(path, instance.schemas().get(schema));
        Validation.requireValid(table);
        var saved = instance.artifacts().save(path, options, progress);
        instance.validation().record(saved.artifact(), table);
        return saved;
    }
}
