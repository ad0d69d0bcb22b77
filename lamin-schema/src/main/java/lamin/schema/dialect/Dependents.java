package lamin.schema.dialect;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.sql.Jdbc;
import lamin.schema.sql.SqlTokens;
import lamin.schema.sql.Token;

/**
 * Triggers and views, anywhere in the database, that mention a table or each other: they break its rename and go with its
 * drop.
 */
final class Dependents {
    private final Connection connection;
    private final List<Dependent> dependents;

    private Dependents(Connection connection, List<Dependent> dependents) {
        this.connection = connection;
        this.dependents = List.copyOf(dependents);
    }

    private record Dependent(String type, String name, String sql) {
        boolean isView() {
            return type.equals("view");
        }

        /** Every name, to find mentions without reading the statement again. */
        Set<String> mentions() {
            var names = new HashSet<String>();
            SqlTokens.significant(sql).stream()
                    .filter(Token::isName)
                    .forEach(token -> names.add(token.identifier().toLowerCase(Locale.ROOT)));
            return names;
        }
    }

    static Dependents of(Connection connection, String table) throws SQLException {
        var mentioned = new HashSet<>(Set.of(table.toLowerCase(Locale.ROOT)));
        var found = new ArrayList<Dependent>();
        var others = new ArrayList<>(all(connection));
        boolean isComplete = false;
        while (!isComplete) {
            var more = others.stream()
                    .filter(other -> other.mentions().stream().anyMatch(mentioned::contains))
                    .toList();
            others.removeAll(more);
            found.addAll(more);
            more.stream()
                    .filter(Dependent::isView)
                    .forEach(view -> mentioned.add(view.name().toLowerCase(Locale.ROOT)));
            isComplete = more.isEmpty();
        }
        return new Dependents(connection, found);
    }

    private static List<Dependent> all(Connection connection) throws SQLException {
        return Jdbc.query(
                connection,
                "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY rowid",
                row -> new Dependent(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** A trigger or view that mentions a column which goes would fail at its next use. */
    void refuseMentionOf(Set<String> columns, String table) {
        for (var dependent : dependents) {
            for (var column : columns) {
                if (dependent.mentions().contains(column.toLowerCase(Locale.ROOT))) {
                    throw new LaminException(
                            ErrorCode.REFUSED,
                            dependent.type() + " " + dependent.name() + " mentions column " + column + " of " + table
                                    + ", which is to be dropped; drop or change the " + dependent.type() + " first");
                }
            }
        }
    }

    void drop() throws SQLException {
        for (var dependent : dependents) {
            Jdbc.execute(
                    connection,
                    "DROP " + dependent.type().toUpperCase(Locale.ROOT) + " IF EXISTS " + quote(dependent.name()));
        }
    }

    /** Views first: triggers may stand on them. */
    void restore() throws SQLException {
        for (boolean views : new boolean[] {true, false}) {
            for (var dependent : dependents) {
                if (dependent.isView() == views) {
                    Jdbc.execute(connection, dependent.sql());
                }
            }
        }
    }
}
