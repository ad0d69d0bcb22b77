package lamin.find;

/** An order by a column or a path. */
record Sort(String path, boolean descending) {
    /** {@code name}, or {@code -name} for the descending order. */
    static Sort parse(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }
}
