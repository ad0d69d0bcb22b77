package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.literal;
import static lamin.schema.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.operation.DataStep;

/** Steps as SQL for those who read it or run it without this engine. */
public final class PlainSql {
    private PlainSql() {}

    /** Statements that end with a semicolon, and comments. */
    public static List<String> of(Step step) {
        return switch (step) {
            case Step.Sql(var sql) -> List.of(terminated(sql));
            case Step.Drop(var table) -> List.of(terminated("DROP TABLE " + quote(table.flat())));
            case Step.DropColumn drop -> List.of(terminated(drop.sql()));
            case Step.Code(var code) -> List.of(name(code));
            case Step.Rebuild(var rebuild) -> rebuild(DeclaredRebuild.of(rebuild));
        };
    }

    /** Authors may have written the semicolon themselves. */
    public static String terminated(String sql) {
        var text = sql.strip();
        return text.endsWith(";") ? text : text + ";";
    }

    private static String name(Class<? extends DataStep> code) {
        return "-- step " + code.getSimpleName() + " is Java: " + code.getName();
    }

    private static List<String> rebuild(DeclaredRebuild rebuild) {
        var table = quote(rebuild.table());
        var aside = quote(rebuild.aside());
        var lines = new ArrayList<String>();
        lines.add(
                "-- table " + rebuild.table() + " is made anew; a deploy besides keeps its triggers, views, and columns"
                        + " and indexes that no migration made, and compares the rows before and after");
        lines.add(terminated(rebuild.create()));
        lines.add(terminated(copy(rebuild)));
        rebuild.conversions().forEach((column, conversion) -> lines.addAll(verify(rebuild, column, conversion)));
        if (rebuild.isNumbered()) {
            lines.addAll(keepNumbers(rebuild));
        }
        lines.add("DROP TABLE " + table + ";");
        lines.add("ALTER TABLE " + aside + " RENAME TO " + table + ";");
        rebuild.indexes().forEach(index -> lines.add(terminated(index)));
        return lines;
    }

    private static String copy(DeclaredRebuild rebuild) {
        var columns = ColumnLists.columns(List.copyOf(rebuild.sources().keySet()));
        return "INSERT INTO " + quote(rebuild.aside()) + " (" + columns + ") SELECT "
                + String.join(", ", rebuild.sources().values()) + " FROM " + quote(rebuild.table());
    }

    /** SQLite has no statement that fails on purpose; text that is no JSON makes one fail. */
    private static List<String> verify(DeclaredRebuild rebuild, String column, DeclaredRebuild.Conversion conversion) {
        return List.of(
                "-- fails where a value of " + column + " is no " + conversion.type(),
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM " + quote(rebuild.aside()) + " WHERE " + quote(column)
                        + " IS NOT NULL AND " + conversion.misfit() + ") THEN json('no') END;");
    }

    /** Numbers of deleted rows are not given again. */
    private static List<String> keepNumbers(DeclaredRebuild rebuild) {
        var table = literal(rebuild.table());
        var aside = literal(rebuild.aside());
        return List.of(
                "DELETE FROM sqlite_sequence WHERE name = " + aside
                        + " AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = " + table + ");",
                "INSERT INTO sqlite_sequence (name, seq) SELECT " + aside + ", seq FROM sqlite_sequence WHERE name = "
                        + table + ";");
    }
}
