package lamin.schema.internal.database;

import java.util.List;

/** Steps as SQL for those who read it or run it without this engine. */
public final class PlainSql {
    private PlainSql() {}

    /** Statements that end with a semicolon, and comments. */
    public static List<String> of(DatabaseSystem system, Step step) {
        return switch (step) {
            case Step.Sql(var sql) -> List.of(terminated(sql));
            case Step.Code(var code) -> List.of("-- step " + code.getSimpleName() + " is Java: " + code.getName());
            case Step.Recount ignored -> List.of();
            case Step.Procedure procedure -> system.procedures().sql(procedure);
        };
    }

    /** Authors may have written the semicolon themselves. */
    public static String terminated(String sql) {
        var text = sql.strip();
        return text.endsWith(";") ? text : text + ";";
    }
}
