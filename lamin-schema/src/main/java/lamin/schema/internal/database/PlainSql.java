package lamin.schema.internal.database;

import java.util.List;

/** Formats steps as SQL, to be read or run without this engine. */
public final class PlainSql {
    private PlainSql() {}

    /** Statements, each ending with a semicolon, and comments. */
    public static List<String> of(DatabaseSystem system, Step step) {
        return switch (step) {
            case Step.Sql(var sql) -> List.of(terminated(sql));
            case Step.Code(var code) -> List.of("-- step " + code.getSimpleName() + " is Java: " + code.getName());
            case Step.Recount ignored -> List.of();
            case Step.Procedure procedure -> system.procedures().sql(procedure);
        };
    }

    /** The semicolon may already be part of custom SQL. */
    public static String terminated(String sql) {
        var text = sql.strip();
        return text.endsWith(";") ? text : text + ";";
    }
}
