package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.database.Step;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.TableName;

/** Drops a table or a column. SQLite drops it even if other objects mention it, which then fail at their next use. */
public final class SqliteDrop {
    private SqliteDrop() {}

    public static void run(Connection connection, TableName table) throws SQLException {
        refuseIfMentioned(connection, table.flat());
        Jdbc.execute(connection, "DROP TABLE " + quote(table.flat()));
    }

    /** SQLite itself checks views, indexes, checks and generated columns, but not triggers. */
    public static void run(Connection connection, Step.DropColumn drop) throws SQLException {
        var table = drop.table().flat();
        VirtualTables.refuseDrop(connection, table, drop.column());
        Dependents.of(connection, table).triggers().refuseMentionOf(Set.of(drop.column()), table);
        Jdbc.execute(connection, drop.sql());
    }

    /** An index that {@code UNIQUE} in the table made has no statement of its own. */
    public static void run(Connection connection, Step.DropUnique drop) throws SQLException {
        var indexes = "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name = "
                + SqlTokens.literal(drop.index()) + " COLLATE NOCASE AND tbl_name = "
                + SqlTokens.literal(drop.table().flat()) + " COLLATE NOCASE";
        if (Jdbc.query(connection, indexes, row -> row.getInt(1)).isEmpty()) {
            new SqliteRebuild(connection, drop.rebuild()).run();
            return;
        }
        Jdbc.execute(connection, drop.sql());
        if (drop.renewed() != null) {
            Jdbc.execute(connection, drop.renewed());
        }
    }

    private static void refuseIfMentioned(Connection connection, String table) throws SQLException {
        var mentions = new ArrayList<>(Dependents.of(connection, table).beyond(table));
        VirtualTables.mentioning(connection, table, null).forEach(virtual -> mentions.add("virtual table " + virtual));
        Dependents.childrenOf(connection, table).stream()
                .filter(child -> !child.equalsIgnoreCase(table))
                .forEach(child -> mentions.add("a foreign key of table " + child));
        if (!mentions.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "table " + table + " cannot be dropped: " + String.join(", ", mentions)
                            + " would be left without it"
                            + "\nnothing was changed",
                    new Advice("drop or change what mentions it first"));
        }
    }
}
