package lamin.schema.internal.postgres.introspect;

import java.util.List;
import java.util.stream.IntStream;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.DefaultValue;
import lamin.schema.model.Index;
import lamin.schema.model.Names;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * A temporary table that shows how a server prints the expressions of another table: it has the same name, columns,
 * checks and indexes, the latter two numbered, and no keys.
 *
 * @param number distinguishes it from other probes, as names of indexes are unique in a schema
 */
record Probe(Table original, int number) {
    private static final String CHECK = "check_";

    static boolean hasExpressions(Table table) {
        return !table.checks().isEmpty()
                || table.columns().stream().anyMatch(Probe::isComputed)
                || table.indexes().stream().anyMatch(Probe::isComputed);
    }

    private static boolean isComputed(Column column) {
        return column.generatedAs() != null || column.defaultValue() instanceof DefaultValue.Sql;
    }

    private static boolean isComputed(Index index) {
        return !index.expressions().isEmpty();
    }

    /** The table to create. */
    Table table() {
        return Table.of(
                        name(),
                        "",
                        original.columns().stream()
                                .map(column -> column.withIdentity(false)
                                        .withNullable(true)
                                        .withComment(null))
                                .toArray(Column[]::new))
                .withChecks(numbered(original.checks(), (check, at) -> check.withName(CHECK + at)))
                .withIndexes(numbered(original.indexes(), (index, at) -> index.named(indexName(at))));
    }

    private TableName name() {
        var flat = original.name().flat();
        return TableName.of(Names.isTooLong(flat) ? "lamin_" + number : flat);
    }

    private String indexName(int index) {
        return "lamin_" + number + "_" + index;
    }

    /** The original with its expressions as printed for the created table. */
    Table spelled(Table printed) {
        return original.withColumns(original.columns().stream()
                        .map(column -> isComputed(column) ? spelled(column, printed) : column)
                        .toList())
                .withChecks(numbered(original.checks(), (check, at) -> spelled(check, at, printed)))
                .withIndexes(numbered(original.indexes(), (index, at) -> spelled(index, at, printed)));
    }

    private static Column spelled(Column column, Table printed) {
        return printed.column(column.name())
                .map(answer -> column.withDefault(answer.defaultValue()).withGeneratedAs(answer.generatedAs()))
                .orElse(column);
    }

    private static CheckConstraint spelled(CheckConstraint check, int at, Table printed) {
        return printed.checks().stream()
                .filter(answer -> (CHECK + at).equals(answer.name()))
                .findFirst()
                .map(answer -> answer.withName(check.name()))
                .orElse(check);
    }

    private Index spelled(Index index, int at, Table printed) {
        return printed.indexes().stream()
                .filter(answer -> indexName(at).equals(answer.name()))
                .findFirst()
                .map(answer -> answer.named(index.name()))
                .orElse(index);
    }

    private interface Numbered<T> {
        T with(T part, int at);
    }

    private static <T> List<T> numbered(List<T> parts, Numbered<T> change) {
        return IntStream.range(0, parts.size())
                .mapToObj(at -> change.with(parts.get(at), at))
                .toList();
    }
}
