package lamin.schema.sql;

import java.sql.Connection;
import java.sql.SQLException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** The databases that are spoken to. */
public enum Flavour {
    SQLITE("sqlite"),
    POSTGRESQL("postgresql");

    private final String key;

    Flavour(String key) {
        this.key = key;
    }

    /** The word for it in scripts and checksums, which never changes. */
    public String key() {
        return key;
    }

    /** What a connection leads to; other products are refused. */
    public static Flavour of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new LaminException(
                        ErrorCode.USAGE, "The database is " + product + "; SQLite and PostgreSQL are supported.");
        };
    }
}
