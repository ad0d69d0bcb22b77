package lamin.schema.model;

import java.util.List;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * A key or check of a table. {@code name} is null if its author gave none. The database then uses
 * {@link #nameIn(TableName)}, a name generated from table and columns that follows when either is renamed.
 */
public sealed interface Constraint {
    @Nullable
    String name();

    /** The columns of the constraint; empty for a check. */
    List<String> columns();

    /** The name in the database. */
    default String nameIn(TableName table) {
        var given = name();
        return given != null
                ? given
                : switch (this) {
                    case PrimaryKey ignored -> Names.of(table, List.of(), "pkey");
                    case ForeignKey key -> Names.of(table, key.columns(), "fkey");
                    case UniqueConstraint unique -> Names.of(table, unique.columns(), "key");
                    case CheckConstraint check ->
                        Names.of(table, List.of(Names.hash(check.expression().text())), "check");
                };
    }

    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        public static PrimaryKey of(String... columns) {
            return new PrimaryKey(null, List.of(columns));
        }
    }

    /** Both column lists have the same length. */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            OnDelete onDelete,
            boolean deferrable)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
            if (columns.isEmpty() || columns.size() != targetColumns.size()) {
                throw new IllegalArgumentException(
                        "a foreign key pairs columns: " + columns + " with " + target + targetColumns);
            }
        }

        /** A foreign key on {@code id} of the target, without action and checked immediately. */
        public static ForeignKey of(String column, TableName target) {
            return new ForeignKey(null, List.of(column), target, List.of("id"), OnDelete.NO_ACTION, false);
        }

        public ForeignKey withName(@Nullable String newName) {
            return new ForeignKey(newName, columns, target, targetColumns, onDelete, deferrable);
        }

        public ForeignKey withColumns(List<String> newColumns) {
            return new ForeignKey(name, newColumns, target, targetColumns, onDelete, deferrable);
        }

        public ForeignKey withTarget(TableName newTarget, List<String> newTargetColumns) {
            return new ForeignKey(name, columns, newTarget, newTargetColumns, onDelete, deferrable);
        }

        public ForeignKey withOnDelete(OnDelete action) {
            return new ForeignKey(name, columns, target, targetColumns, action, deferrable);
        }

        public ForeignKey withDeferrable(boolean newDeferrable) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, newDeferrable);
        }
    }

    record UniqueConstraint(@Nullable String name, List<String> columns) implements Constraint {
        public UniqueConstraint {
            columns = List.copyOf(columns);
        }

        public static UniqueConstraint of(String... columns) {
            return new UniqueConstraint(null, List.of(columns));
        }
    }

    record CheckConstraint(@Nullable String name, SqlExpression expression) implements Constraint {
        public CheckConstraint(@Nullable String name, String expression) {
            this(name, SqlExpression.of(expression));
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        public CheckConstraint withName(@Nullable String newName) {
            return new CheckConstraint(newName, expression);
        }

        /** Whether it has the generated name of the check on an enum column. */
        boolean isOfEnum(TableName table, String column) {
            return Names.ofEnumCheck(table, column).equals(name);
        }
    }

    /** What happens to a row when the row it references is deleted. */
    enum OnDelete {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL;

        public String sql() {
            return name().replace('_', ' ');
        }
    }
}
