package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.Sample;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Table;

/** Finds the rows that made a copy fail; SQLite itself names only the check. */
final class Checks {
    private final Connection connection;
    private final Table table;
    private final String rows;

    /**
     * Checks the rows of one table.
     *
     * @param sources SQL over the old row, by column of the new table
     */
    Checks(Connection connection, Table table, Map<String, String> sources) {
        this.connection = connection;
        this.table = table;
        this.rows = sources.entrySet().stream()
                .map(source -> source.getValue() + " AS " + quote(source.getKey()))
                .collect(Collectors.joining(
                        ", ", " FROM (SELECT ", " FROM " + quote(table.name().flat()) + ")"));
    }

    static boolean isFailureOf(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("CHECK constraint failed");
    }

    /** Refuses rows that violate checks. */
    void refuseMisfits() throws SQLException {
        for (var check : table.checks()) {
            var misfits = rows + " WHERE NOT (" + check.expression() + ")";
            long count = Jdbc.query(connection, "SELECT count(*)" + misfits, row -> row.getLong(1))
                    .getFirst();
            if (count > 0) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        count + " rows of " + table.name() + " do not meet the check "
                                + Sample.of(check.expression().text())
                                + ", for example those with " + example(check, misfits)
                                + "\nnothing was changed",
                        new Advice("fix or delete those rows, then try again"));
            }
        }
    }

    private String example(CheckConstraint check, String misfits) throws SQLException {
        var columns = table.columns().stream()
                .map(column -> column.name())
                .filter(column -> check.expression().mayMention(column))
                .toList();
        return Jdbc.query(
                        connection,
                        "SELECT " + values(columns) + misfits + " LIMIT 1",
                        row -> Sample.of(row.getString(1)))
                .getFirst();
    }

    private static String values(List<String> columns) {
        return columns.stream()
                .map(column -> SqlTokens.literal(column + " = ") + " || quote(" + quote(column) + ")")
                .collect(Collectors.joining(" || ', ' || "));
    }
}
