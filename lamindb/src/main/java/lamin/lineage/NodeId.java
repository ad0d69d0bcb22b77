package lamin.lineage;

/**
 * Identifies a node of a lineage.
 *
 * @param id the id of its row
 */
public record NodeId(NodeKind kind, long id) {
    private static final int KIND_BITS = 2;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;

    public static NodeId artifact(long id) {
        return new NodeId(NodeKind.ARTIFACT, id);
    }

    public static NodeId collection(long id) {
        return new NodeId(NodeKind.COLLECTION, id);
    }

    public static NodeId run(long id) {
        return new NodeId(NodeKind.RUN, id);
    }

    static NodeId of(long code) {
        return new NodeId(kind(code), id(code));
    }

    /** Kind and id in one number: a lineage may have millions of nodes. */
    long code() {
        return code(kind, id);
    }

    static long code(NodeKind kind, long id) {
        return (id << KIND_BITS) | kind.code();
    }

    static NodeKind kind(long code) {
        return NodeKind.of((int) code & KIND_MASK);
    }

    static long id(long code) {
        return code >> KIND_BITS;
    }
}
