package lamin.schema.internal.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
record RepairedTable(Table expected, Table found, DatabaseSystem system) {
    Table table() {
        var keyed = hasSameKey() ? found : found.withPrimaryKey(expected.primaryKey());
        return keyed.withColumns(columns())
                .withForeignKeys(parts(Table::foreignKeys, Table::with))
                .withUniques(parts(Table::uniques, Table::with))
                .withChecks(parts(Table::checks, Table::with))
                .withIndexes(indexes());
    }

    /** In any order: the key of a live table is not made again for that. */
    private boolean hasSameKey() {
        return columnsOfKey(expected).equals(columnsOfKey(found));
    }

    private static Set<String> columnsOfKey(Table table) {
        return table.primaryKey() == null
                ? Set.of()
                : Set.copyOf(table.primaryKey().columns());
    }

    private List<Column> columns() {
        var here = found.columns().stream()
                .map(column -> expected.column(column.name())
                        .map(wanted -> repaired(wanted, column))
                        .orElse(column));
        var missing = expected.columns().stream()
                .filter(column -> found.column(column.name()).isEmpty());
        return Stream.concat(here, missing).toList();
    }

    /** Only the differences are set, so that the rest keeps the database's form. */
    private Column repaired(Column wanted, Column column) {
        var to = logical(expected, wanted);
        var from = logical(found, column);
        var repaired = column;
        repaired = to.type().equals(from.type()) ? repaired : repaired.withType(wanted.type());
        repaired = to.nullable() == from.nullable() ? repaired : repaired.withNullable(wanted.nullable());
        repaired = to.identity() == from.identity() ? repaired : repaired.withIdentity(wanted.identity());
        repaired = Objects.equals(to.defaultValue(), from.defaultValue())
                ? repaired
                : repaired.withDefault(wanted.defaultValue());
        repaired = Objects.equals(to.collation(), from.collation())
                ? repaired
                : repaired.withCollation(wanted.collation());
        return Objects.equals(to.generatedAs(), from.generatedAs())
                ? repaired
                : repaired.withGeneratedAs(wanted.generatedAs());
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
        var repaired = new ArrayList<T>();
        var kept = new HashSet<Table>();
        for (var part : parts.apply(found)) {
            var logical = logical(with.apply(bare(found), part));
            if (wanted.contains(logical)) {
                kept.add(logical);
                repaired.add(part);
            }
        }
        parts.apply(expected).stream()
                .filter(part -> !kept.contains(logical(with.apply(bare(expected), part))))
                .forEach(repaired::add);
        return repaired;
    }

    /** An extra index is accepted unless it refuses rows. */
    private List<Index> indexes() {
        var repaired = parts(Table::indexes, Table::with);
        return Stream.concat(
                        repaired.stream(),
                        found.indexes().stream().filter(index -> !index.unique() && !repaired.contains(index)))
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
