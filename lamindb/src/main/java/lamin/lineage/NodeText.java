package lamin.lineage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.content.ByteSize;
import lamin.lineage.LineageNode.ArtifactNode;
import lamin.lineage.LineageNode.CollectionNode;
import lamin.lineage.LineageNode.RunNode;
import org.jspecify.annotations.Nullable;

/** Nodes in words. */
public final class NodeText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private NodeText() {}

    /** What belongs below its name: of an artifact its size, of a run when it was and how it ended. */
    public static String facts(LineageNode node) {
        return switch (node) {
            case ArtifactNode artifact -> joined(size(artifact), isOld(artifact.isLatest()));
            case CollectionNode collection -> joined("collection", isOld(collection.isLatest()));
            case RunNode run ->
                joined(
                        time(run.startedAt()),
                        run.state() == RunState.COMPLETED ? "" : run.state().label());
        };
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String size(ArtifactNode artifact) {
        var size = artifact.size();
        return size == null ? "" : ByteSize.text(size);
    }

    private static String isOld(boolean isLatest) {
        return isLatest ? "" : "not the latest version";
    }

    /** To the minute, in UTC; empty if unknown. */
    private static String time(@Nullable Instant time) {
        return time == null ? "" : MINUTES.format(time.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** A number of nodes by kind: {@code 3 artifacts, 1 collection and 2 runs}. */
    private static String counts(long artifacts, long collections, long runs) {
        var parts = Stream.of(count(artifacts, "artifact"), count(collections, "collection"), count(runs, "run"))
                .filter(part -> !part.isEmpty())
                .toList();
        return switch (parts.size()) {
            case 0 -> "nothing";
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        };
    }

    private static String count(long number, String noun) {
        return number == 0 ? "" : number == 1 ? "1 " + noun : String.format(Locale.ROOT, "%,d %ss", number, noun);
    }

    static String counts(Iterable<NodeId> nodes) {
        var counts = new EnumMap<NodeKind, Long>(NodeKind.class);
        nodes.forEach(node -> counts.merge(node.kind(), 1L, Long::sum));
        return counts(
                counts.getOrDefault(NodeKind.ARTIFACT, 0L),
                counts.getOrDefault(NodeKind.COLLECTION, 0L),
                counts.getOrDefault(NodeKind.RUN, 0L));
    }
}
