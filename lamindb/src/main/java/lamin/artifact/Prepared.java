package lamin.artifact;

import lamin.content.Content;
import lamin.storage.Staged;
import org.jspecify.annotations.Nullable;

/**
 * Content that was read, before anything is written to the database.
 *
 * @param staged the copy; null if the file stays where it is, or if the instance has this content
 * @param known the artifact with this content; null if there is none
 */
record Prepared(
        SaveRequest request,
        Content content,
        @Nullable Staged staged,
        @Nullable StoredArtifact known) {

    Prepared withContent(Content newContent) {
        return new Prepared(request, newContent, staged, known);
    }

    Prepared withStaged(Staged newStaged) {
        return new Prepared(request, content, newStaged, known);
    }

    Prepared withKnown(@Nullable StoredArtifact artifact) {
        return new Prepared(request, content, staged, artifact);
    }

    boolean needsCopy() {
        return staged == null && known == null && !request.place().isInStorage();
    }
}
