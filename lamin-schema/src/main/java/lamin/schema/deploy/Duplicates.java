package lamin.schema.deploy;

import static lamin.schema.sql.SqlTokens.quote;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.dialect.Dialect;
import lamin.schema.model.Column;
import lamin.schema.model.Index;
import lamin.schema.model.TableName;
import lamin.schema.module.Script;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.operation.Operation.CreateIndex;
import lamin.schema.operation.Operation.CreatePrimaryKey;
import lamin.schema.operation.Operation.CreateUniqueConstraint;
import lamin.schema.plan.MigrationPlan;
import lamin.schema.plan.Origins;
import lamin.schema.sql.Flavour;
import lamin.schema.sql.Jdbc;
import lamin.schema.sql.Sample;

/**
 * Finds columns that are to be unique and in which rows that are there have the same values. Columns that are new, were
 * converted, or of which SQL or Java of an author's may have changed the rows are left to the database.
 */
final class Duplicates {
    private final Connection connection;
    private final Dialect dialect;
    private final MigrationPlan plan;
    private final Origins origins;
    private final Set<Column> altered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> found = new ArrayList<>();

    private Duplicates(Connection connection, MigrationPlan plan) throws SQLException {
        this.connection = connection;
        this.dialect = Dialect.of(Flavour.of(connection));
        this.plan = plan;
        this.origins = new Origins(plan.before());
    }

    /** Refuses such a plan with what to do. */
    static void refuse(Connection connection, MigrationPlan plan) throws SQLException {
        var duplicates = new Duplicates(connection, plan);
        duplicates.look();
        if (!duplicates.found.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    String.join("\n", duplicates.found) + "\nnothing was changed; mend the rows, then try again");
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
            }
        }
    }

    private void look(Script script, Operation operation) throws SQLException {
        if (operation instanceof AlterColumn alter) {
            inDatabase(alter.table(), List.of(alter.column())).forEach(altered::add);
        } else if (operation instanceof CreateUniqueConstraint(var table, var unique)) {
            count(script, table, unique.columns());
        } else if (operation instanceof CreatePrimaryKey(var table, var key)) {
            count(script, table, key.columns());
        } else if (operation instanceof CreateIndex(var table, var index, var ignored) && isOfWholeRows(index)) {
            count(script, table, index.columns());
        }
    }

    private static boolean isOfWholeRows(Index index) {
        return index.unique() && index.where() == null && index.keys().stream().noneMatch(Index.Key::expression);
    }

    private void count(Script script, TableName table, List<String> columns) throws SQLException {
        var now = inDatabase(table, columns);
        if (now.size() < columns.size() || now.stream().anyMatch(altered::contains)) {
            return;
        }
        var name = origins.of(table).orElseThrow().table().name();
        var same = " FROM " + dialect.quoted(name) + " t WHERE " + joined(now, " AND ", " IS NOT NULL") + " GROUP BY "
                + joined(now, ", ", "") + " HAVING count(*) > 1";
        long rows = Jdbc.query(
                        connection,
                        "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n" + same + ") AS same",
                        row -> row.getLong(1))
                .getFirst();
        if (rows > 0) {
            found.add(rows + " rows of " + name + " share their values of " + String.join(", ", columns) + ", which "
                    + plan.direction().describe(script) + " makes unique, for example " + example(now, same));
        }
    }

    private String example(List<Column> columns, String same) throws SQLException {
        return Jdbc.query(
                        connection,
                        "SELECT " + joined(columns, ", ", "") + same + " LIMIT 1",
                        row -> values(row, columns.size()))
                .getFirst();
    }

    private static String values(ResultSet row, int columns) throws SQLException {
        var values = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
            values.add("'" + Sample.of(row.getString(i)) + "'");
        }
        return String.join(", ", values);
    }

    /** With the table's own name before each: SQLite would take a name that is not there for a text. */
    private static String joined(List<Column> columns, String separator, String suffix) {
        return columns.stream()
                .map(column -> "t." + quote(column.name()) + suffix)
                .collect(Collectors.joining(separator));
    }

    /** The columns as the database has them now, new ones left out. */
    private List<Column> inDatabase(TableName table, List<String> columns) {
        var known = origins.of(table).map(Origins.Origin::columns).orElse(Map.of());
        return columns.stream().map(known::get).filter(Objects::nonNull).toList();
    }
}
