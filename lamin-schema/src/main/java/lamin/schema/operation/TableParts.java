package lamin.schema.operation;

import java.util.List;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;

/** The parts of a new table; each call begins a part, whose options may follow. */
public interface TableParts {
    /** The table that the parts belong to. */
    TableClause whole();

    /** The database schema of the table, if it is not the default one. */
    default TableClause schema(String name) {
        return whole().schema(name);
    }

    default TableClause.ColumnPart column(String name, ColumnType type) {
        return whole().add(new TableClause.ColumnPart(whole(), name, type));
    }

    default TableClause primaryKey(String... columns) {
        return whole().add(new PrimaryKey(null, List.of(columns)));
    }

    /** A primary key with an explicit name. */
    default TableClause primaryKeyNamed(String name, String... columns) {
        return whole().add(new PrimaryKey(name, List.of(columns)));
    }

    default TableClause.ForeignKeyPart foreignKey(String... columns) {
        return whole().add(new TableClause.ForeignKeyPart(whole(), List.of(columns)));
    }

    default TableClause unique(String... columns) {
        return whole().add(new UniqueConstraint(null, List.of(columns)));
    }

    /** A unique constraint with an explicit name. */
    default TableClause uniqueNamed(String name, String... columns) {
        return whole().add(new UniqueConstraint(name, List.of(columns)));
    }

    default TableClause check(String expression) {
        return whole().add(new CheckConstraint(null, expression));
    }

    /** A check with an explicit name. */
    default TableClause checkNamed(String name, String expression) {
        return whole().add(new CheckConstraint(name, expression));
    }

    /** Keys as for {@link Operations#createIndex}. */
    default TableClause.IndexPart index(String... keys) {
        return whole().add(new TableClause.IndexPart(whole(), keys));
    }

    /** The comment of the table. */
    default TableClause tableComment(String comment) {
        return whole().describe(comment);
    }
}
