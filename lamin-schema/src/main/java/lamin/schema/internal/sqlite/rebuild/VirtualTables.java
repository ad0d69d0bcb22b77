package lamin.schema.internal.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;
import org.jspecify.annotations.Nullable;

/**
 * Virtual tables that read another table by its name, such as a full text index with {@code content = 'note'}. SQLite does
 * not follow a rename there, and does not refuse a drop: the next query fails.
 */
final class VirtualTables {
    private VirtualTables() {}

    /** Those whose arguments mention the table, and the column where one is given. */
    static List<String> mentioning(Connection connection, String table, @Nullable String column) throws SQLException {
        return Jdbc.query(
                        connection,
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage = 0 ORDER BY name",
                        row -> new Virtual(row.getString(1), row.getString(2)))
                .stream()
                .filter(virtual -> virtual.mentions(table) && (column == null || virtual.mentions(column)))
                .map(Virtual::name)
                .toList();
    }

    private record Virtual(String name, String sql) {
        boolean mentions(String identifier) {
            Predicate<Token> isIt = token -> (token.isName() || token.isPlainString())
                    && token.identifier().equalsIgnoreCase(identifier);
            return SqlTokens.significant(sql, SqlSyntax.SQLITE).stream()
                    .dropWhile(token -> !token.opens())
                    .anyMatch(isIt);
        }
    }

    static void refuseRename(Connection connection, String table, @Nullable String column) throws SQLException {
        refuse(mentioning(connection, table, column), table, column, "renamed");
    }

    static void refuseDrop(Connection connection, String table, String column) throws SQLException {
        refuse(mentioning(connection, table, column), table, column, "dropped");
    }

    private static void refuse(List<String> found, String table, @Nullable String column, String change) {
        if (!found.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "virtual table " + String.join(", ", found) + " reads "
                            + (column == null ? "table " : "column " + column + " of ") + table
                            + " by its name, which is to be " + change
                            + "\nnothing was changed",
                    new Advice("drop it first, and create it again under the new names"));
        }
    }
}
