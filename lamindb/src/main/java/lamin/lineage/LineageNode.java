package lamin.lineage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A node of a lineage with what people recognise it by. */
public sealed interface LineageNode {
    NodeId id();

    String uid();

    /** The key; an artifact without one has its description or its uid as name. */
    String name();

    /**
     * An artifact.
     *
     * @param size in bytes; null if unknown
     */
    record ArtifactNode(
            NodeId id,
            String uid,
            @Nullable String key,
            @Nullable String description,
            @Nullable Long size,
            boolean isLatest)
            implements LineageNode {
        @Override
        public String name() {
            return key != null ? key : description != null ? description : uid;
        }
    }

    /** A collection. */
    record CollectionNode(NodeId id, String uid, String key, boolean isLatest) implements LineageNode {
        @Override
        public String name() {
            return key;
        }
    }

    /**
     * A run.
     *
     * @param name the key of its transform, with its entry point if it has one
     * @param startedAt null if it has not started
     */
    record RunNode(
            NodeId id,
            String uid,
            String name,
            String transformUid,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            RunState state)
            implements LineageNode {}
}
