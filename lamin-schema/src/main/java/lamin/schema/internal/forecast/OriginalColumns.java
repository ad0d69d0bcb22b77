package lamin.schema.internal.forecast;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Effect;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.internal.plan.Origins;
import lamin.schema.internal.sql.UnclearSqlException;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;

/**
 * The current tables and columns of the database that correspond to those of a plan: all of them for renamed
 * ones, none for created or converted ones.
 */
final class OriginalColumns {
    private final Origins origins;
    private final Set<String> rewritten = new HashSet<>();
    private final Set<TableName> made = new HashSet<>();

    OriginalColumns(SchemaModel before) {
        this.origins = new Origins(before);
    }

    /** Follows the next operation of the plan. */
    void follow(Operation operation) {
        Effect.of(operation).forEach(this::follow);
        origins.follow(operation);
    }

    private void follow(Effect effect) {
        if (effect instanceof Effect.AltersColumn(var alter) && rewrites(alter)) {
            origins.of(alter.table()).ifPresent(origin -> rewritten.add(key(origin, alter.column())));
        } else if (effect instanceof Effect.CreatesTable(var table)) {
            made.add(table.name());
        } else if (effect instanceof Effect.RenamesTable(var table, var newName) && made.remove(table)) {
            made.add(newName);
        }
    }

    private static boolean rewrites(AlterColumn alter) {
        return alter.using() != null
                || alter.fill() != null
                || alter.changes().stream()
                        .anyMatch(change ->
                                change instanceof ColumnChange.Type || change instanceof ColumnChange.Collation);
    }

    private static String key(Origins.Origin origin, String column) {
        var original = origin.columns().get(column);
        return original == null ? "" : origin.table().name() + "." + original.name();
    }

    /** The tables and columns of the database that those of the plan originate from. */
    Origins origins() {
        return origins;
    }

    /** Whether the plan creates the table, so that it is empty. */
    boolean isMade(TableName table) {
        return made.contains(table);
    }

    /** The corresponding table of the database. */
    Optional<Table> table(TableName later) {
        return origins.of(later).map(Origins.Origin::table);
    }

    /** The column of the database whose values this one will have. */
    Optional<Column> column(TableName table, String later) {
        return origins.of(table)
                .filter(origin -> !rewritten.contains(key(origin, later)))
                .flatMap(origin -> Optional.ofNullable(origin.columns().get(later)));
    }

    /** An expression over columns of the table, rewritten over those of the database; empty unless all are known. */
    Optional<SqlExpression> expression(Table table, SqlExpression expression) {
        try {
            return overOriginals(table, expression);
        } catch (UnclearSqlException e) {
            return Optional.empty();
        }
    }

    private Optional<SqlExpression> overOriginals(Table table, SqlExpression expression) {
        var known = expression;
        for (var column : table.columns()) {
            if (expression.mentions(column.name())) {
                var original = column(table.name(), column.name());
                if (original.isEmpty() || isTaken(table, column, original.get())) {
                    return Optional.empty();
                }
                known = known.renamed(column.name(), original.get().name());
            }
        }
        return Optional.of(known);
    }

    /** Whether another column has this one's old name. */
    private static boolean isTaken(Table table, Column column, Column original) {
        return !column.name().equals(original.name())
                && table.column(original.name()).isPresent();
    }
}
