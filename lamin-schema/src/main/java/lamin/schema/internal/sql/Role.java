package lamin.schema.internal.sql;

/** The part that a name or a word has in an expression. */
public enum Role {
    COLUMN,
    /** A table or schema before a point. */
    QUALIFIER,
    FUNCTION,
    TYPE,
    COLLATION,
    /** A key word, a field of an {@code extract} or of a composite value, or the name of an argument. */
    KEYWORD,
    /** One database reads a column, the other does not, or the text around it is not understood. */
    UNCLEAR
}
