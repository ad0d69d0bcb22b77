package lamin.schema.deploy;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Column;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.ColumnChange;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AddColumn;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Replay;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;

/**
 * Finds columns that are to be NOT NULL and for which rows that are there would have no value. After SQL or Java of an
 * author's nobody can tell any more: then the database does, when it gets there.
 */
final class MissingValues {
    private final Connection connection;
    private final Dialect dialect;
    private final MigrationPlan plan;
    private final Origins origins;
    private final Replay state;
    private final List<String> found = new ArrayList<>();

    private MissingValues(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(Flavour.of(connection));
        this.plan = plan;
        this.origins = new Origins(plan.before());
        this.state = new Replay(plan.before());
    }

    /** Refuses such a plan with what to write. */
    static void refuse(Connection connection, MigrationPlan plan) throws SQLException {
        var missing = new MissingValues(connection, plan);
        missing.look();
        if (!missing.found.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    String.join("\n", missing.found)
                            + "\nnothing was changed; give the column a default, or say what to write there:"
                            + " .fill(\"SQL\")");
        }
    }

    private void look() throws SQLException {
        for (var script : plan.pending()) {
            for (var operation : plan.operations(script)) {
                if (operation.isAuthorsOwn()) {
                    return;
                }
                look(script, operation);
                origins.follow(operation);
                state.apply(script.owner(), operation);
            }
        }
    }

    private void look(Script script, Operation operation) throws SQLException {
        if (operation instanceof AddColumn(var table, var column, var fill) && fill == null && needsValue(column)) {
            count(script, table, column.name(), "");
        }
        if (operation instanceof AlterColumn alter && becomesNotNull(alter)) {
            var now = origins.of(alter.table()).map(origin -> origin.columns().get(alter.column()));
            if (now.isPresent()) {
                count(
                        script,
                        alter.table(),
                        alter.column(),
                        " WHERE " + quote(now.get().name()) + " IS NULL");
            }
        }
    }

    private static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultValue() == null
                && column.generatedAs() == null
                && !column.identity();
    }

    /** Conversions may replace NULL: what they make of it only the database knows. */
    private boolean becomesNotNull(AlterColumn alter) {
        if (alter.fill() != null
                || alter.using() != null
                || !alter.changes().contains(new ColumnChange.Nullability(false))) {
            return false;
        }
        var column = state.table(alter.table())
                .flatMap(table -> table.column(alter.column()))
                .orElse(null);
        for (var change : alter.changes()) {
            column = column == null ? null : change.appliedTo(column);
        }
        return column != null && needsValue(column);
    }

    private void count(Script script, TableName table, String column, String condition) throws SQLException {
        var origin = origins.of(table).orElse(null);
        if (origin == null) {
            return;
        }
        var name = origin.table().name();
        var sql = "SELECT count(*) FROM " + dialect.quoted(name) + condition;
        long rows = Jdbc.query(connection, sql, row -> row.getLong(1)).getFirst();
        if (rows > 0) {
            found.add(rows + " rows of " + name + " have no value for column " + column + ", which "
                    + plan.direction().describe(script) + " makes NOT NULL");
        }
    }
}
