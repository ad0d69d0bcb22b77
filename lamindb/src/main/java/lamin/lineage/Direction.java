package lamin.lineage;

/** Where to go from a node. */
public enum Direction {
    /** To what it was made from: against the arrows. */
    UP,
    /** To what was made from it: along the arrows. */
    DOWN
}
