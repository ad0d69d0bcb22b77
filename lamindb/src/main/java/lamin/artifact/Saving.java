package lamin.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Retry;
import lamin.storage.Staged;

/**
 * Saves files and folders. Nothing is locked while bytes are read and copied. The bytes get a temporary name first; a row
 * that says so is committed with the artifact and removed once they are in their place. So a process that is killed leaves
 * a temporary file, or an artifact that is marked as unfinished and finished by the same call again.
 */
final class Saving {
    /** The number of artifacts that are added in one transaction. */
    private static final int CHUNK = 500;

    private final InstanceData instance;
    private final LongConsumer progress;

    Saving(InstanceData instance, LongConsumer progress) {
        this.instance = instance;
        this.progress = progress;
    }

    SavedArtifact run(SaveRequest request) {
        return run(List.of(request)).getFirst();
    }

    /** All of a chunk are saved or none; chunks before one that fails stay saved. */
    List<SavedArtifact> run(List<SaveRequest> requests) {
        requests.forEach(SaveRequest::suffix);
        var saved = new ArrayList<SavedArtifact>();
        for (int start = 0; start < requests.size(); start += CHUNK) {
            saved.addAll(chunk(requests.subList(start, Math.min(start + CHUNK, requests.size()))));
        }
        return saved;
    }

    /** The artifact with the content of what could be saved. */
    Optional<StoredArtifact> known(SaveRequest request) {
        var prepared = new Prepared(request, request.source().content(progress), null, null);
        var same = new SameContent(instance, progress);
        return instance.read(rows -> same.find(prepared.withContent(same.distinct(prepared, rows)), rows));
    }

    private List<SavedArtifact> chunk(List<SaveRequest> requests) {
        try (var staging = new Staging(instance.store())) {
            var prepared = new Preparation(instance, staging, progress).of(requests);
            var saved = register(prepared);
            publish(prepared, saved, staging);
            instance.onceCommitted(() -> complete(prepared, saved), () -> {});
            return saved;
        }
    }

    /** Outside of a run there is nothing to write for content that the instance has. */
    private List<SavedArtifact> register(List<Prepared> prepared) {
        boolean isKnown = prepared.stream().allMatch(each -> each.known() != null);
        return isKnown && instance.run().uid().isEmpty()
                ? prepared.stream()
                        .flatMap(each -> Optional.ofNullable(each.known()).stream())
                        .map(artifact -> new SavedArtifact(artifact, SavedArtifact.Outcome.EXISTING))
                        .toList()
                : new Registration(instance, progress).of(prepared);
    }

    /** From here on the temporary files belong to artifacts, which are unfinished until they are in their place. */
    private void publish(List<Prepared> prepared, List<SavedArtifact> saved, Staging staging) {
        Map<Staged, String> paths = new LinkedHashMap<>();
        var added = new ArrayList<StoredArtifact>();
        for (int i = 0; i < saved.size(); i++) {
            var staged = prepared.get(i).staged();
            if (staged != null && saved.get(i).isNew()) {
                staging.take(staged);
                paths.put(staged, saved.get(i).artifact().path());
                added.add(saved.get(i).artifact());
            }
        }
        instance.onceCommitted(() -> publish(paths, added), () -> Staging.discard(paths.keySet()));
    }

    private void publish(Map<Staged, String> paths, List<StoredArtifact> artifacts) {
        if (paths.isEmpty()) {
            return;
        }
        try {
            instance.store().publish(paths);
        } catch (IOException e) {
            throw unfinished(artifacts.getFirst(), e);
        }
        instance.change((rows, context) -> {
            for (var artifact : artifacts) {
                rows.endUpload(artifact.id());
            }
        });
    }

    private LaminException unfinished(StoredArtifact artifact, IOException cause) {
        return new LaminException(
                ErrorCode.FAILURE,
                "cannot write to " + instance.root() + ": " + Preparation.reason(cause) + "\nartifact " + artifact.uid()
                        + " is unfinished; saving the same again finishes it",
                List.of(new Retry()),
                cause);
    }

    /** Files of existing artifacts that are not in their place, because a process was killed or a file was removed. */
    private void complete(List<Prepared> prepared, List<SavedArtifact> saved) {
        if (saved.stream().allMatch(SavedArtifact::isNew)) {
            return;
        }
        var unfinished = instance.read(ArtifactRows::uploads).keySet().stream()
                .map(StoredArtifact::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < saved.size(); i++) {
            var artifact = saved.get(i).artifact();
            if (!saved.get(i).isNew()
                    && instance.isHere(artifact)
                    && (unfinished.contains(artifact.id()) || isMissing(artifact))) {
                complete(artifact, prepared.get(i).request());
            }
        }
    }

    private boolean isMissing(StoredArtifact artifact) {
        return instance.store().local(artifact.path()).filter(Files::exists).isEmpty();
    }

    private void complete(StoredArtifact artifact, SaveRequest request) {
        if (!finish(artifact) && request.source().isRepeatable()) {
            again(artifact, request);
        }
    }

    /** Puts the temporary file of an unfinished artifact in its place; false if there is neither. */
    boolean finish(StoredArtifact artifact) {
        var left = instance.read(rows -> rows.upload(artifact.id()));
        try {
            if (left.isPresent() && instance.store().stat(left.get()).isPresent()) {
                publish(Map.of(instance.store().staged(left.get()), artifact.path()), List.of(artifact));
            } else if (isMissing(artifact)) {
                return false;
            } else {
                instance.change((rows, context) -> rows.endUpload(artifact.id()));
            }
            return true;
        } catch (IOException e) {
            throw unfinished(artifact, e);
        }
    }

    private void again(StoredArtifact artifact, SaveRequest request) {
        try (var staging = new Staging(instance.store())) {
            var staged = staging.begin();
            request.source().stage(staged, instance.store(), progress);
            instance.change((rows, context) -> rows.beginUpload(artifact.id(), staged.temporary()));
            staging.take(staged);
            publish(Map.of(staged, artifact.path()), List.of(artifact));
        } catch (IOException e) {
            throw unfinished(artifact, e);
        }
    }
}
