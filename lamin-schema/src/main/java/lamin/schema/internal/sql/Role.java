package lamin.schema.internal.sql;

/** The role of a name or a word in an expression. */
public enum Role {
    COLUMN,
    /** A table or schema before a dot. */
    QUALIFIER,
    FUNCTION,
    TYPE,
    COLLATION,
    /** A keyword, a field of an {@code extract} or of a composite value, or the name of an argument. */
    KEYWORD,
    /** One database reads it as a column and the other does not, or the surrounding text cannot be parsed. */
    UNCLEAR
}
