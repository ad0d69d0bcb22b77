package lamin.tablefile;

import lamin.feature.Dtype;

/** What the cells of a column are, as far as a file says so. */
public sealed interface ColumnType {
    ColumnType TEXT = new Text();

    /** Texts that stand for values of any type, as in CSV. */
    record Text() implements ColumnType {
        @Override
        public String toString() {
            return "text";
        }
    }

    /** Values of a type that features can have too. A text is a text, whatever it looks like. */
    record Values(Dtype dtype) implements ColumnType {
        @Override
        public String toString() {
            return dtype.toString();
        }
    }

    /**
     * Values of a type that no feature has.
     *
     * @param name as the format calls it
     */
    record Other(String name) implements ColumnType {
        @Override
        public String toString() {
            return name;
        }
    }
}
