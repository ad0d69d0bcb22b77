package lamin.lineage;

/** What a run did with a dataset. */
public enum EdgeKind {
    /** The run read it: an arrow from the dataset to the run. */
    INPUT(0),
    /** The run made it: an arrow from the run to the dataset. */
    OUTPUT(1),
    /** The run made the same content again: an arrow from the run to the dataset. */
    RECREATED(2);

    private final int code;

    EdgeKind(int code) {
        this.code = code;
    }

    /** Counted from zero. */
    int code() {
        return code;
    }

    /** Whether the arrow points to the run. */
    boolean isInput() {
        return this == INPUT;
    }
}
