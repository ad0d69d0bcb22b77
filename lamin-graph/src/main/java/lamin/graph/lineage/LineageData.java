package lamin.graph.lineage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.graph.property.Property;

/**
 * A lineage: datasets and runs, numbered from zero, and arrows between them. The node with the number zero is the one in
 * question. Nodes are described only where that is needed: a picture of a million nodes shows a few.
 */
public interface LineageData {
    /** What a node stands for. */
    enum Kind {
        ARTIFACT,
        COLLECTION,
        RUN,
        FAILED_RUN;

        /** Whether it is a run, however it ended. */
        public boolean isRun() {
            return this == RUN || this == FAILED_RUN;
        }
    }

    /**
     * A dataset or a run.
     *
     * @param id unique among the nodes
     * @param title its name
     * @param subtitle what else a picture shows of it
     * @param properties what programs need to know of it
     */
    record Node(String id, Kind kind, String title, String subtitle, Map<String, Property> properties) {
        public Node {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    /** What a run did with a dataset. */
    enum Role {
        INPUT,
        OUTPUT,
        /** It made the same content again. */
        RECREATED
    }

    /** From a dataset to the run that read it, or from a run to the dataset that it made; each is the id of a node. */
    record Arrow(String from, String to, Role role) {}

    /** A lineage in memory; its first node is the one in question. */
    static LineageData of(List<Node> nodes, List<Arrow> arrows) {
        return new ListedLineage(nodes, arrows);
    }

    /** At least one. */
    int nodeCount();

    int arrowCount();

    /** The kind of a node; it need not tell runs that failed from others. */
    Kind kind(int node);

    /** The node that an arrow leaves. */
    int from(int arrow);

    /** The node that an arrow points to. */
    int to(int arrow);

    Role role(int arrow);

    /** The nodes with these numbers, in the same order. */
    List<Node> describe(List<Integer> nodes);
}
