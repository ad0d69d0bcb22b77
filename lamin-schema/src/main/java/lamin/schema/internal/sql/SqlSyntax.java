package lamin.schema.internal.sql;

import lamin.schema.sql.DatabaseSql;

/** The rules for splitting a text into tokens: the databases differ in comments, brackets and literals. */
public enum SqlSyntax {
    /** {@code [a]} is a name, comments do not nest, and {@code $} and {@code E} do not begin a string. */
    SQLITE,
    /** {@code [} begins a subscript, comments nest, and {@code $$..$$}, {@code E'..'} and {@code U&'..'} are strings. */
    POSTGRESQL,
    /**
     * For an expression that both databases read. {@code [} begins a subscript after an operand and a name elsewhere;
     * no other text is valid in both and split differently.
     */
    PORTABLE;

    /** The syntax of a database by its key; the portable syntax for an unknown database. */
    public static SqlSyntax of(String database) {
        return DatabaseSql.SQLITE.equals(database)
                ? SQLITE
                : DatabaseSql.POSTGRESQL.equals(database) ? POSTGRESQL : PORTABLE;
    }

    boolean hasPostgresLiterals() {
        return this != SQLITE;
    }
}
