package lamin.schema.internal.database;

import lamin.schema.internal.operation.MisfitException;
import lamin.schema.sql.DatabaseSql;

/**
 * Selects the SQL for one database from a script, and refuses a script that does not mention that database.
 *
 * @param database the key of the database
 */
public record ScriptSql(String database) {
    /** Statements; empty if there is nothing to do. */
    public String statements(DatabaseSql sql) {
        return of(sql, ", or .nothingElsewhere() if there is nothing to do");
    }

    public String expression(DatabaseSql sql) {
        return of(sql, " to it");
    }

    private String of(DatabaseSql sql, String orElse) {
        return sql.on(database)
                .orElseThrow(() -> new MisfitException("its SQL is for "
                        + String.join(" and ", sql.byDatabase().keySet())
                        + ", and this database is " + database + "\nadd ." + database + "(\"...\")"
                        + orElse));
    }
}
