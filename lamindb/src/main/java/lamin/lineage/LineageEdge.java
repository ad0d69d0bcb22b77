package lamin.lineage;

/** An arrow of a lineage: from a dataset to a run that read it, or from a run to a dataset that it made. */
public record LineageEdge(NodeId source, NodeId target, EdgeKind kind) {}
