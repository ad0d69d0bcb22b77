package lamin.testing.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/**
 * Puts a few rows into each empty table of a module, and of the tables that it points to. They respect keys, foreign keys,
 * NOT NULL, lengths and checks that list values; the last row has nothing where nothing may be. The same model gives the
 * same rows.
 */
public final class GeneratedRows {
    static final Advice ADVICE =
            new Advice("write rows for it in the module's test: override MigrationContract.insertRows");

    private final Connection connection;
    private final Dialect dialect;
    private final ColumnValues values;

    private GeneratedRows(Connection connection, Flavour flavour) {
        this.connection = connection;
        this.dialect = Dialect.of(flavour);
        this.values = new ColumnValues(flavour);
    }

    /**
     * Fills what is empty.
     *
     * @param model the tables of the database
     * @throws LaminException if a table takes no row that can be made from the model alone, such as one with an arbitrary
     *     check
     */
    public static void fill(Connection connection, SchemaModel model, String module) throws SQLException {
        var rows = new GeneratedRows(connection, Flavour.of(connection));
        for (var table : FillOrder.of(model, module)) {
            rows.fill(table);
        }
    }

    private void fill(Table table) throws SQLException {
        var name = dialect.quoted(table.name());
        if (!Jdbc.query(connection, "SELECT 1 FROM " + name + " LIMIT 1", row -> true)
                .isEmpty()) {
            return;
        }
        try {
            new TableRows(connection, dialect, values, table).insert();
        } catch (SQLException e) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "no rows can be generated for table " + table.name() + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    List.of(ADVICE),
                    e);
        }
    }
}
