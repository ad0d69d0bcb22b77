package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.database.PlainSql.terminated;
import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.ColumnLists;
import lamin.schema.internal.database.DeclaredRebuild;
import lamin.schema.internal.database.TableRebuild;

/** Writes a rebuild as statements for the user to run. */
public final class RebuildScript {
    private RebuildScript() {}

    /** Statements, each ending with a semicolon, and comments. */
    public static List<String> of(TableRebuild live) {
        var rebuild = RebuildDeclaration.of(live);
        var table = quote(rebuild.table());
        var temporary = quote(rebuild.temporaryName());
        var lines = new ArrayList<String>();
        lines.add("-- table " + rebuild.table()
                + " is rebuilt; a deploy also compares the rows before and after, and keeps what was changed by hand");
        lines.addAll(ScriptGuards.of(live));
        lines.add(terminated(rebuild.create()));
        lines.add(terminated(copy(rebuild)));
        rebuild.conversions().forEach((column, conversion) -> lines.addAll(verify(rebuild, column, conversion)));
        if (rebuild.isNumbered()) {
            lines.addAll(keepNumbers(rebuild));
        }
        lines.add("DROP TABLE " + table + ";");
        lines.add("ALTER TABLE " + temporary + " RENAME TO " + table + ";");
        rebuild.indexes().forEach(index -> lines.add(terminated(index)));
        return lines;
    }

    private static String copy(DeclaredRebuild rebuild) {
        var columns = ColumnLists.columns(List.copyOf(rebuild.sources().keySet()));
        return "INSERT INTO " + quote(rebuild.temporaryName()) + " (" + columns + ") SELECT "
                + String.join(", ", rebuild.sources().values()) + " FROM " + quote(rebuild.table());
    }

    /** SQLite has no statement that fails on purpose; text that is not JSON makes one fail. */
    private static List<String> verify(DeclaredRebuild rebuild, String column, DeclaredRebuild.Conversion conversion) {
        return List.of(
                "-- fails where a value of " + column + " is no " + conversion.type(),
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM " + quote(rebuild.temporaryName()) + " WHERE " + quote(column)
                        + " IS NOT NULL AND " + conversion.misfit() + ") THEN json('no') END;");
    }

    /** Numbers of deleted rows are not reused. */
    private static List<String> keepNumbers(DeclaredRebuild rebuild) {
        var table = literal(rebuild.table());
        var temporary = literal(rebuild.temporaryName());
        return List.of(
                "DELETE FROM sqlite_sequence WHERE name = " + temporary
                        + " AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = " + table + ");",
                "INSERT INTO sqlite_sequence (name, seq) SELECT " + temporary
                        + ", seq FROM sqlite_sequence WHERE name = " + table + ";");
    }
}
