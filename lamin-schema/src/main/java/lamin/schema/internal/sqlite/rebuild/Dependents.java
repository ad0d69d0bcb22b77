package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.literal;
import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sql.Token;

/**
 * Triggers and views, anywhere in a SQLite database, that mention a table or each other: they break its rename and are
 * dropped with it.
 */
final class Dependents {
    private final Connection connection;
    private final List<Dependent> dependents;

    private Dependents(Connection connection, List<Dependent> dependents) {
        this.connection = connection;
        this.dependents = List.copyOf(dependents);
    }

    /**
     * A trigger or view.
     *
     * @param on the table or view of a trigger
     * @param mentions every name in it, in lower case
     */
    private record Dependent(String type, String name, String on, String sql, Set<String> mentions) {
        static Dependent of(String type, String name, String on, String sql) {
            var mentions = SqlTokens.significant(sql, SqlSyntax.SQLITE).stream()
                    .filter(Token::isName)
                    .map(token -> token.identifier().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(HashSet::new));
            // SQLite accepts a string as a name: create trigger .. on 'plate'
            mentions.add(on.toLowerCase(Locale.ROOT));
            return new Dependent(type, name, on, sql, Set.copyOf(mentions));
        }

        boolean isView() {
            return type.equals("view");
        }
    }

    static Dependents of(Connection connection, String table) throws SQLException {
        var mentioned = new HashSet<>(Set.of(table.toLowerCase(Locale.ROOT)));
        var found = new ArrayList<Dependent>();
        var others = new ArrayList<>(all(connection));
        boolean isComplete = false;
        while (!isComplete) {
            var more = others.stream()
                    .filter(other -> !Collections.disjoint(other.mentions(), mentioned))
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
                "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY rowid",
                row -> Dependent.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** The tables with a foreign key to this one, including itself. */
    static Set<String> childrenOf(Connection connection, String table) throws SQLException {
        return new TreeSet<>(Jdbc.query(
                connection,
                "SELECT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k"
                        + " WHERE m.type = 'table' AND k.\"table\" = " + literal(table) + " COLLATE NOCASE",
                row -> row.getString(1)));
    }

    Dependents triggers() {
        return new Dependents(
                connection,
                dependents.stream().filter(dependent -> !dependent.isView()).toList());
    }

    /** Descriptions of those that are not triggers of the table itself. */
    List<String> beyond(String table) {
        return dependents.stream()
                .filter(dependent -> !dependent.on().equalsIgnoreCase(table))
                .map(dependent -> dependent.type() + " " + dependent.name())
                .toList();
    }

    /** A trigger or view that mentions a dropped column would fail at its next use. */
    void refuseMentionOf(Set<String> columns, String table) {
        for (var dependent : dependents) {
            for (var column : columns) {
                if (dependent.mentions().contains(column.toLowerCase(Locale.ROOT))) {
                    throw new LaminException(
                            ErrorCode.REFUSED,
                            dependent.type() + " " + dependent.name() + " mentions column " + column + " of " + table
                                    + ", which is to be dropped"
                                    + "\nnothing was changed",
                            new Advice("drop or change the " + dependent.type() + " first"));
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

    /** Views first, because triggers may be defined on them. */
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
