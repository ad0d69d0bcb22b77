package lamin.schema.internal.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import lamin.schema.internal.database.DatabaseSystem;
import lamin.schema.internal.introspect.LogicalForm;
import lamin.schema.model.Column;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;

/**
 * A live table after its repair: with its missing parts, and without unexpected keys and checks. Names, comments, and
 * extra columns and indexes stay.
 *
 * @param expected the expected table
 * @param found the live table
 */
record MendedTable(Table expected, Table found, DatabaseSystem system) {
    Table table() {
        var keyed = logical(bare(expected).withPrimaryKey(expected.primaryKey()))
                        .equals(logical(bare(found).withPrimaryKey(found.primaryKey())))
                ? found
                : found.withPrimaryKey(expected.primaryKey());
        return keyed.withColumns(columns())
                .withForeignKeys(parts(Table::foreignKeys, Table::with))
                .withUniques(parts(Table::uniques, Table::with))
                .withChecks(parts(Table::checks, Table::with))
                .withIndexes(indexes());
    }

    private List<Column> columns() {
        var here = found.columns().stream()
                .map(column -> expected.column(column.name())
                        .map(wanted -> mended(wanted, column))
                        .orElse(column));
        var missing = expected.columns().stream()
                .filter(column -> found.column(column.name()).isEmpty());
        return Stream.concat(here, missing).toList();
    }

    /** Only the differences are set, so that the rest keeps the database's form. */
    private Column mended(Column wanted, Column column) {
        var to = logical(expected, wanted);
        var from = logical(found, column);
        var mended = column;
        mended = to.type().equals(from.type()) ? mended : mended.withType(wanted.type());
        mended = to.nullable() == from.nullable() ? mended : mended.withNullable(wanted.nullable());
        mended = to.identity() == from.identity() ? mended : mended.withIdentity(wanted.identity());
        mended = Objects.equals(to.defaultValue(), from.defaultValue())
                ? mended
                : mended.withDefault(wanted.defaultValue());
        mended = Objects.equals(to.collation(), from.collation()) ? mended : mended.withCollation(wanted.collation());
        return Objects.equals(to.generatedAs(), from.generatedAs())
                ? mended
                : mended.withGeneratedAs(wanted.generatedAs());
    }

    private Column logical(Table table, Column column) {
        return logical(bare(table).withColumns(List.of(column)).withPrimaryKey(table.primaryKey()))
                .columns()
                .getFirst();
    }

    /** The expected parts that exist, under any name, and those that are missing. */
    private <T> List<T> parts(Function<Table, List<T>> parts, BiFunction<Table, T, Table> with) {
        var wanted = parts.apply(expected).stream()
                .map(part -> logical(with.apply(bare(expected), part)))
                .toList();
        var mended = new ArrayList<T>();
        var kept = new HashSet<Table>();
        for (var part : parts.apply(found)) {
            var logical = logical(with.apply(bare(found), part));
            if (wanted.contains(logical)) {
                kept.add(logical);
                mended.add(part);
            }
        }
        parts.apply(expected).stream()
                .filter(part -> !kept.contains(logical(with.apply(bare(expected), part))))
                .forEach(mended::add);
        return mended;
    }

    /** An extra index is accepted unless it refuses rows. */
    private List<Index> indexes() {
        var mended = parts(Table::indexes, Table::with);
        return Stream.concat(
                        mended.stream(),
                        found.indexes().stream().filter(index -> !index.unique() && !mended.contains(index)))
                .toList();
    }

    private static Table bare(Table table) {
        return Table.of(table.name(), table.module());
    }

    private Table logical(Table table) {
        return LogicalForm.withoutNames(LogicalForm.of(SchemaModel.of(List.of(table)), system))
                .tables()
                .iterator()
                .next();
    }
}
