package lamin.schema.internal.sql;

import lamin.schema.sql.DatabaseSql;

/** Whose rules a text is split by: the databases differ in comments, brackets and literals. */
public enum SqlSyntax {
    /** {@code [a]} is a name, comments do not nest, and {@code $} and {@code E} begin no string. */
    SQLITE,
    /** {@code [} begins a subscript, comments nest, and {@code $$..$$}, {@code E'..'} and {@code U&'..'} are strings. */
    POSTGRESQL,
    /**
     * For an expression that both read. {@code [} begins a subscript after an operand and a name elsewhere; no other text is
     * valid in both and split differently.
     */
    PORTABLE;

    /** The syntax of a database by its key; the portable one of a database that is not known. */
    public static SqlSyntax of(String database) {
        return DatabaseSql.SQLITE.equals(database)
                ? SQLITE
                : DatabaseSql.POSTGRESQL.equals(database) ? POSTGRESQL : PORTABLE;
    }

    boolean hasPostgresLiterals() {
        return this != SQLITE;
    }
}
