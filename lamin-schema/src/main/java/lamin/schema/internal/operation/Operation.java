package lamin.schema.internal.operation;

import java.util.List;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.DataStep;
import lamin.schema.sql.DatabaseSql;
import org.jspecify.annotations.Nullable;

/**
 * One change in a migration. Constraints and indexes are referred to by their name in the database ({@code nameIn}), so
 * that unnamed ones can be addressed too.
 */
public sealed interface Operation {
    /** A change of the schema itself. */
    sealed interface OnSchema extends Operation {}

    /** An operation on one table, referred to by its name when the operation begins. */
    sealed interface OnTable extends OnSchema {
        TableName table();
    }

    record CreateTable(Table definition) implements OnTable {
        @Override
        public TableName table() {
            return definition.name();
        }
    }

    record DropTable(TableName table) implements OnTable {}

    /**
     * Renames a table; foreign keys of other tables and generated names follow.
     *
     * @param entity the entity that the table belongs to, if its new name does not imply it
     */
    record RenameTable(
            TableName table, TableName newName, @Nullable String entity) implements OnTable {}

    /**
     * A new column.
     *
     * @param fill SQL for existing rows, if the column has no default
     */
    record AddColumn(
            TableName table, Column column, @Nullable String fill) implements OnTable {}

    record DropColumn(TableName table, String column) implements OnTable {}

    /**
     * Renames a column; keys, checks and indexes on it follow.
     *
     * @param property the property that the column belongs to, if its new name does not imply it
     */
    record RenameColumn(
            TableName table,
            String column,
            String newName,
            @Nullable String property) implements OnTable {}

    /**
     * Another type, nullability, default, collation or comment.
     *
     * @param using SQL that computes the new value from the old row; null for a plain conversion
     * @param fill SQL that replaces NULL when the column becomes NOT NULL; null for its default
     */
    record AlterColumn(
            TableName table,
            String column,
            List<ColumnChange> changes,
            @Nullable String using,
            @Nullable String fill) implements OnTable {
        public AlterColumn {
            changes = List.copyOf(changes);
        }
    }

    record CreatePrimaryKey(TableName table, PrimaryKey key) implements OnTable {}

    record DropPrimaryKey(TableName table) implements OnTable {}

    record CreateForeignKey(TableName table, ForeignKey key) implements OnTable {}

    record CreateUniqueConstraint(TableName table, UniqueConstraint unique) implements OnTable {}

    record CreateCheckConstraint(TableName table, CheckConstraint check) implements OnTable {}

    record DropConstraint(TableName table, String constraint) implements OnTable {}

    record RenameConstraint(TableName table, String constraint, String newName) implements OnTable {}

    /**
     * A new index.
     *
     * @param concurrently PostgreSQL builds it without blocking writers, outside a transaction
     */
    record CreateIndex(TableName table, Index index, boolean concurrently) implements OnTable {}

    record DropIndex(TableName table, String index) implements OnTable {}

    record RenameIndex(TableName table, String index, String newName) implements OnTable {}

    record TableComment(TableName table, @Nullable String comment) implements OnTable {}

    /** An operation on one sequence, referred to by its name when the operation begins. */
    sealed interface OnSequence extends OnSchema {
        TableName sequence();
    }

    /** A new sequence, which begins after the numbers that its columns already hold. */
    record CreateSequence(Sequence definition) implements OnSequence {
        @Override
        public TableName sequence() {
            return definition.name();
        }
    }

    record DropSequence(TableName sequence) implements OnSequence {}

    /** Renames a sequence within its database schema; it goes on counting. */
    record RenameSequence(TableName sequence, String newName) implements OnSequence {}

    /** Another increment, start or set of columns; it never returns a number that one of its columns holds. */
    record AlterSequence(TableName sequence, List<SequenceChange> changes) implements OnSequence {
        public AlterSequence {
            changes = List.copyOf(changes);
        }
    }

    /** Rows that belong to a version of the module, such as kinds and units. */
    record ChangeRows(TableName table, RowChange change) implements Operation {}

    /** Custom SQL. */
    record Execute(DatabaseSql sql) implements Operation {
        public Execute {
            if (sql.texts().findAny().isEmpty()) {
                throw new IllegalArgumentException("execute needs SQL for at least one database, such as"
                        + " op.execute(sql().postgresql(\"...\").nothingElsewhere())");
            }
        }
    }

    /** Custom Java, run with the connection of the deploy. */
    record Run(Class<? extends DataStep> step) implements Operation {}

    /** The database is unchanged; only the chain's description of it changes. */
    record StateOnly(StateChange change) implements Operation {}

    /** The reason why a downgrade is impossible; deploy refuses to downgrade through it. */
    record Irreversible(String reason) implements Operation {}
}
