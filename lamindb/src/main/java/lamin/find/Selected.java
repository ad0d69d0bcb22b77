package lamin.find;

/** A selected column: what it shows, and the expression for it. */
record Selected(ShownColumn column, String sql) {}
