package lamin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.graph.lineage.LineageData;
import lamin.graph.property.Property;
import lamin.instance.Database;
import lamin.lineage.EdgeKind;
import lamin.lineage.Lineage;
import lamin.lineage.LineageEdge;
import lamin.lineage.LineageNode;
import lamin.lineage.LineageNode.ArtifactNode;
import lamin.lineage.LineageNode.CollectionNode;
import lamin.lineage.LineageNode.RunNode;
import lamin.lineage.NodeId;
import lamin.lineage.NodeText;
import lamin.lineage.RunState;
import org.jspecify.annotations.Nullable;

/** A lineage for drawing and export. The rows of nodes are read when they are needed. */
final class LineageDrawing implements LineageData {
    private final Database database;
    private final Lineage lineage;
    private final List<NodeId> nodes;
    private final List<LineageEdge> edges;

    LineageDrawing(Database database, Lineage lineage) {
        this.database = database;
        this.lineage = lineage;
        this.nodes = lineage.nodes();
        this.edges = lineage.edges();
    }

    @Override
    public int nodeCount() {
        return nodes.size();
    }

    @Override
    public int arrowCount() {
        return edges.size();
    }

    @Override
    public Kind kind(int node) {
        return kindOf(nodes.get(node));
    }

    private static Kind kindOf(NodeId id) {
        return switch (id.kind()) {
            case ARTIFACT -> Kind.ARTIFACT;
            case COLLECTION -> Kind.COLLECTION;
            case RUN -> Kind.RUN;
        };
    }

    @Override
    public int from(int arrow) {
        return lineage.source(arrow);
    }

    @Override
    public int to(int arrow) {
        return lineage.target(arrow);
    }

    @Override
    public Role role(int arrow) {
        return role(edges.get(arrow).kind());
    }

    @Override
    public List<Node> describe(List<Integer> numbers) {
        var wanted = numbers.stream().map(nodes::get).toList();
        var found = new HashMap<NodeId, LineageNode>();
        Lineage.describe(database, wanted).forEach(node -> found.put(node.id(), node));
        return wanted.stream().map(id -> node(id, found.get(id))).toList();
    }

    private static Node node(NodeId id, @Nullable LineageNode node) {
        return node == null
                ? new Node("deleted_" + id.kind() + "_" + id.id(), kindOf(id), "deleted meanwhile", "", Map.of())
                : new Node(id(node), kind(node), node.name(), subtitle(node), properties(node));
    }

    /** The ids are those of the nodes that LaminDB draws. */
    private static String id(LineageNode node) {
        return node.id().kind().name().toLowerCase(Locale.ROOT) + "_" + node.uid();
    }

    private static Role role(EdgeKind kind) {
        return switch (kind) {
            case INPUT -> Role.INPUT;
            case OUTPUT -> Role.OUTPUT;
            case RECREATED -> Role.RECREATED;
        };
    }

    private static Kind kind(LineageNode node) {
        return switch (node) {
            case ArtifactNode artifact -> Kind.ARTIFACT;
            case CollectionNode collection -> Kind.COLLECTION;
            case RunNode run ->
                run.state() == RunState.ERRORED || run.state() == RunState.ABORTED ? Kind.FAILED_RUN : Kind.RUN;
        };
    }

    private static String subtitle(LineageNode node) {
        var facts = NodeText.facts(node);
        return switch (node) {
            case ArtifactNode artifact -> facts.isEmpty() ? artifact.uid() : artifact.uid() + " · " + facts;
            case CollectionNode collection -> collection.uid() + " · " + facts;
            case RunNode run -> facts;
        };
    }

    private static Map<String, Property> properties(LineageNode node) {
        var properties = new LinkedHashMap<String, Property>();
        properties.put("uid", Property.of(node.uid()));
        properties.put("name", Property.of(node.name()));
        switch (node) {
            case ArtifactNode artifact -> {
                putText(properties, "key", artifact.key());
                putText(properties, "description", artifact.description());
                var size = artifact.size();
                if (size != null) {
                    properties.put("size", Property.of(size));
                }
                properties.put("is_latest", Property.of(artifact.isLatest()));
            }
            case CollectionNode collection -> {
                putText(properties, "key", collection.key());
                properties.put("is_latest", Property.of(collection.isLatest()));
            }
            case RunNode run -> {
                putText(properties, "transform", run.transformUid());
                putText(properties, "started_at", run.startedAt());
                putText(properties, "finished_at", run.finishedAt());
                putText(properties, "status", run.state().label());
            }
        }
        return properties;
    }

    private static void putText(Map<String, Property> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, Property.of(value.toString()));
        }
    }
}
