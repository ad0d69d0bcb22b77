package lamin.schema.dialect;

import lamin.schema.operation.MisfitException;
import lamin.schema.sql.DatabaseSql;
import lamin.schema.sql.Flavour;

/** Takes from a script the SQL for one database, and refuses a script that does not mention that database. */
record ScriptSql(Flavour flavour) {
    /** Statements; empty if there is nothing to do. */
    String statements(DatabaseSql sql) {
        return of(sql, ", or .nothingElsewhere() if there is nothing to do");
    }

    String expression(DatabaseSql sql) {
        return of(sql, " to it");
    }

    private String of(DatabaseSql sql, String orElse) {
        return sql.on(flavour)
                .orElseThrow(() -> new MisfitException("its SQL is for "
                        + String.join(" and ", sql.byDatabase().keySet())
                        + ", and this database is " + flavour.key() + "\nadd ." + flavour.key() + "(\"...\")"
                        + orElse));
    }
}
