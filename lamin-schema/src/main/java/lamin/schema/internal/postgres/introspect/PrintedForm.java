package lamin.schema.internal.postgres.introspect;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.Notices;
import lamin.schema.internal.postgres.translation.PostgresSql;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.SchemaModel;

/**
 * The expressions of a model state in the form in which a PostgreSQL server prints them. Tables with expressions are
 * created in a separate schema, read back and rolled back. Existing tables are neither touched nor locked.
 */
final class PrintedForm {
    private final Connection connection;
    private final Notices notices;

    PrintedForm(Connection connection, Notices notices) {
        this.connection = connection;
        this.notices = notices;
    }

    /** If the server cannot create the tables, the model is returned unchanged: its expressions still have one form. */
    SchemaModel of(SchemaModel model) throws SQLException {
        var probes = probes(model);
        return probes.isEmpty() ? model : rolledBack(model, probes);
    }

    private static List<Probe> probes(SchemaModel model) {
        var probes = new ArrayList<Probe>();
        model.tables().stream()
                .filter(Probe::hasExpressions)
                .forEach(table -> probes.add(new Probe(table, probes.size())));
        return probes;
    }

    private SchemaModel rolledBack(SchemaModel model, List<Probe> probes) throws SQLException {
        boolean committing = connection.getAutoCommit();
        if (committing) {
            connection.setAutoCommit(false);
        }
        var before = connection.setSavepoint();
        try {
            return printed(model, probes);
        } catch (SQLException e) {
            notices.warning(
                    "expressions are compared by their spelling, which is less exact: the server cannot be asked"
                            + " how it prints them (" + firstLine(e) + ")");
            return model;
        } finally {
            connection.rollback(before);
            if (committing) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private SchemaModel printed(SchemaModel model, List<Probe> probes) throws SQLException {
        enterSchema();
        for (var probe : probes) {
            for (var sql : PostgresSql.createTable(probe.table())) {
                Jdbc.execute(connection, sql);
            }
        }
        var printed = new PostgresIntrospection().read(connection);
        var tables = new ArrayList<>(model.tables());
        for (var probe : probes) {
            printed.table(probe.table().name())
                    .ifPresent(answer -> tables.replaceAll(
                            table -> table.name().equals(probe.original().name()) ? probe.spelled(answer) : table));
        }
        return SchemaModel.of(tables, model.sequences());
    }

    /**
     * The schema comes first in the usual search path, so that everything an expression mentions is found and printed
     * as usual.
     */
    private void enterSchema() throws SQLException {
        var schema = "lamin_expected_" + one("SELECT pg_backend_pid()");
        var path = one("SELECT current_setting('search_path')");
        Jdbc.execute(connection, "CREATE SCHEMA " + quote(schema));
        Jdbc.execute(connection, "SET LOCAL search_path = " + quote(schema) + (path.isBlank() ? "" : ", " + path));
    }

    private String one(String sql) throws SQLException {
        return Jdbc.query(connection, sql, row -> row.getString(1)).getFirst();
    }
}
