package lamin.schema.internal.sqlite.rebuild;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.Sample;
import lamin.schema.internal.sqlite.translation.SqliteTypeCheck;
import lamin.schema.model.ColumnType;

/** Checks converted values, because SQLite stores values even if they do not fit the column's type. */
final class Conversions {
    private final Connection connection;
    private final TableRebuild rebuild;
    private final String copy;
    private final boolean isNumbered;

    /**
     * Checks one rebuild.
     *
     * @param copy the table that holds the new rows
     * @param isNumbered whether the table has row numbers
     */
    Conversions(Connection connection, TableRebuild rebuild, String copy, boolean isNumbered) {
        this.connection = connection;
        this.rebuild = rebuild;
        this.copy = copy;
        this.isNumbered = isNumbered;
    }

    void verify() throws SQLException {
        for (var column : rebuild.converted().stream().sorted().toList()) {
            verify(column, rebuild.after().column(column).orElseThrow().type());
        }
    }

    private void verify(String column, ColumnType type) throws SQLException {
        var misfits = " FROM " + quote(copy) + " WHERE " + quote(column) + " IS NOT NULL AND "
                + SqliteTypeCheck.misfit(quote(column), type);
        long rows = Jdbc.query(connection, "SELECT count(*)" + misfits, row -> row.getLong(1))
                .getFirst();
        if (rows > 0) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    rows + " rows of " + rebuild.after().name() + "." + column + " hold values that are no "
                            + type.display() + ", for example " + example(column, misfits)
                            + "\nnothing was changed",
                    new Advice("fix the values, or state how to convert them: op.alterColumn(...).using(\"SQL\")"));
        }
    }

    /** An example value with its row number. */
    private String example(String column, String misfits) throws SQLException {
        var number = isNumbered ? "rowid" : "NULL";
        return Jdbc.query(
                        connection,
                        "SELECT " + quote(column) + ", ' in row ' || " + number + misfits + " LIMIT 1",
                        row -> "'" + Sample.of(row.getString(1)) + "'"
                                + Objects.requireNonNullElse(row.getString(2), ""))
                .getFirst();
    }
}
