package lamin.schema.deploy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lamin.schema.lint.TypeChange;
import lamin.schema.model.Column;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.ColumnChange;
import lamin.schema.operation.Operation;
import lamin.schema.operation.Operation.AlterColumn;
import lamin.schema.plan.Origins;
import lamin.schema.sql.SqlTokens;

/**
 * What the rows of the database say of tables and columns as a plan will have them: of those that it renames all, of
 * those that it makes or converts nothing.
 */
final class KnownRows {
    private final Origins origins;
    private final Set<String> rewritten = new HashSet<>();

    KnownRows(SchemaModel before) {
        this.origins = new Origins(before);
    }

    /** The next operation of the plan, before {@code state} has it. */
    void follow(Operation operation, Optional<Table> state) {
        if (operation instanceof AlterColumn alter) {
            var before = state.flatMap(table -> table.column(alter.column()));
            if (alter.using() != null || alter.fill() != null || before.isEmpty() || rewrites(alter, before.get())) {
                origins.of(alter.table()).ifPresent(origin -> rewritten.add(key(origin, alter.column())));
            }
        }
        origins.follow(operation);
    }

    private static boolean rewrites(AlterColumn alter, Column before) {
        return alter.changes().stream().anyMatch(change -> switch (change) {
            case ColumnChange.Type(var type) -> new TypeChange(before.type(), type).isNarrowing();
            case ColumnChange.Collation ignored -> true;
            case ColumnChange.Nullability ignored -> false;
            case ColumnChange.Default ignored -> false;
            case ColumnChange.Comment ignored -> false;
            case ColumnChange.Identity ignored -> false;
        });
    }

    private static String key(Origins.Origin origin, String column) {
        var original = origin.columns().get(column);
        return original == null ? "" : origin.table().name() + "." + original.name();
    }

    /** The table of the database. */
    Optional<Table> table(TableName later) {
        return origins.of(later).map(Origins.Origin::table);
    }

    /** The column of the database that has the values that this one will have. */
    Optional<Column> column(TableName table, String later) {
        return origins.of(table)
                .filter(origin -> !rewritten.contains(key(origin, later)))
                .flatMap(origin -> Optional.ofNullable(origin.columns().get(later)));
    }

    /** An expression over columns of the table, over those of the database instead; empty unless all are known. */
    Optional<String> expression(Table table, String expression) {
        var known = expression;
        for (var column : table.columns()) {
            if (SqlTokens.mentions(expression, column.name())) {
                var original = column(table.name(), column.name());
                if (original.isEmpty() || isTaken(table, column, original.get())) {
                    return Optional.empty();
                }
                known = SqlTokens.rename(known, column.name(), original.get().name());
            }
        }
        return Optional.of(known);
    }

    /** Whether another column has the old name of this one. */
    private static boolean isTaken(Table table, Column column, Column original) {
        return !column.name().equals(original.name())
                && table.column(original.name()).isPresent();
    }
}
