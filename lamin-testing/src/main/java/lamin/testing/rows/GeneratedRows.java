package lamin.testing.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/**
 * Inserts a few rows into each empty table of a module, and of the tables that it references. They respect keys,
 * foreign keys, NOT NULL, lengths and checks that list values; in the last row everything nullable is NULL. The same
 * model gives the same rows.
 */
public final class GeneratedRows {
    static final Advice ADVICE =
            new Advice("write rows for it in the module's test: override MigrationContract.insertRows");

    private final Connection connection;
    private final DatabaseSystem system;
    private final ColumnValues values;

    private GeneratedRows(Connection connection, DatabaseSystem system) {
        this.connection = connection;
        this.system = system;
        this.values = new ColumnValues(system);
    }

    /**
     * Fills empty tables.
     *
     * @param model the tables of the database
     * @throws LaminException if no row for a table can be generated from the model alone, such as one with an arbitrary
     *     check
     */
    public static void fill(Connection connection, SchemaModel model, String module) throws SQLException {
        var rows = new GeneratedRows(connection, DatabaseSystem.of(connection));
        for (var table : FillOrder.of(model, module)) {
            rows.fill(table);
        }
    }

    private void fill(Table table) throws SQLException {
        var name = system.quoted(table.name());
        if (!Jdbc.query(connection, "SELECT 1 FROM " + name + " LIMIT 1", row -> true)
                .isEmpty()) {
            return;
        }
        try {
            new TableRows(connection, system, values, table).insert();
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
