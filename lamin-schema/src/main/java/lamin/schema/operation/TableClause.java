package lamin.schema.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamin.schema.internal.operation.Operation;
import lamin.schema.internal.operation.Operation.CreateTable;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Owner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** {@code op.createTable("x")} and the parts that follow it. */
public final class TableClause implements Clause, TableParts {
    private final String table;
    private final Owner owner;
    private final List<ColumnPart> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<ForeignKeyPart> foreignKeys = new ArrayList<>();
    private final List<IndexPart> indexes = new ArrayList<>();
    private @Nullable String schema;
    private @Nullable String entity;
    private @Nullable String comment;

    TableClause(String table, Owner owner) {
        this.table = table;
        this.owner = owner;
    }

    /** The entity of the table, if the table's name does not imply it. */
    public TableClause entity(String simpleName) {
        entity = simpleName;
        return this;
    }

    @Override
    public TableClause whole() {
        return this;
    }

    @Override
    public TableClause schema(String name) {
        schema = name;
        return this;
    }

    @Override
    public Stream<Operation> operations() {
        return Stream.of(new CreateTable(definition()));
    }

    private Table definition() {
        var definition = Table.of(TableName.of(schema, table), owner.module())
                .withColumns(columns.stream().map(ColumnOptions::column).toList())
                .withComment(comment);
        for (var constraint : constraints) {
            definition = definition.with(constraint);
        }
        return definition
                .withForeignKeys(
                        foreignKeys.stream().map(ForeignKeyOptions::key).toList())
                .withIndexes(indexes.stream().map(IndexOptions::index).toList())
                .withEntity(entity == null ? owner.impliedEntity(definition.name()) : entity);
    }

    ColumnPart add(ColumnPart column) {
        columns.add(column);
        return column;
    }

    TableClause add(Constraint constraint) {
        constraints.add(constraint);
        return this;
    }

    ForeignKeyPart add(ForeignKeyPart key) {
        foreignKeys.add(key);
        return key;
    }

    IndexPart add(IndexPart index) {
        indexes.add(index);
        return index;
    }

    TableClause describe(String text) {
        comment = text;
        return this;
    }

    /** A column of the table. */
    public static final class ColumnPart extends ColumnOptions<ColumnPart> implements TableParts {
        private final TableClause whole;

        ColumnPart(TableClause whole, String name, ColumnType type) {
            super(name, type);
            this.whole = whole;
        }

        @Override
        public TableClause whole() {
            return whole;
        }

        @Override
        ColumnPart self() {
            return this;
        }
    }

    /** A foreign key of the table. */
    public static final class ForeignKeyPart extends ForeignKeyOptions<ForeignKeyPart> implements TableParts {
        private final TableClause whole;

        ForeignKeyPart(TableClause whole, List<String> columns) {
            super(columns);
            this.whole = whole;
        }

        @Override
        public TableClause whole() {
            return whole;
        }

        @Override
        ForeignKeyPart self() {
            return this;
        }
    }

    /** An index of the table. */
    public static final class IndexPart extends IndexOptions<IndexPart> implements TableParts {
        private final TableClause whole;

        IndexPart(TableClause whole, String... keys) {
            super(keys);
            this.whole = whole;
        }

        @Override
        public TableClause whole() {
            return whole;
        }

        @Override
        IndexPart self() {
            return this;
        }
    }
}
