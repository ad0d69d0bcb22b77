package lamin.tablefile;

/** What the rows of a table are counted in. */
public enum RowUnit {
    /** The lines of a text file, from 1; the header is one of them. */
    LINE("line"),
    /** The rows of a table whose file has no lines, from 1. */
    ROW("row");

    private final String word;

    RowUnit(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
