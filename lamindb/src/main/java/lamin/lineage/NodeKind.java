package lamin.lineage;

import java.util.List;

/** The kind of a node; its records are the rows of one table. */
public enum NodeKind {
    ARTIFACT(0),
    COLLECTION(1),
    RUN(2);

    /** The branch of datasets in the trash, which are no part of a lineage. */
    static final int TRASH = -1;

    private static final List<NodeKind> ALL = List.of(values());

    private final int code;

    NodeKind(int code) {
        this.code = code;
    }

    /** Counted from zero. */
    int code() {
        return code;
    }

    static NodeKind of(int code) {
        return ALL.get(code);
    }

    /** The table of its records. */
    String table() {
        return switch (this) {
            case ARTIFACT -> "lamindb_artifact";
            case COLLECTION -> "lamindb_collection";
            case RUN -> "lamindb_run";
        };
    }
}
