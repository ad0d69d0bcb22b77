package lamin.schema.internal.sqlite.introspect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lamin.schema.internal.introspect.GivenNames;
import lamin.schema.internal.introspect.Rows;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.IndexColumnRow;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of one table; those that implement a unique constraint become unique constraints. */
final class SqliteIndexes {
    private final Map<String, String> statements;
    private final SqliteTableSql table;
    private final GivenNames names;
    private final boolean holdPrimaryKey;
    private final List<Found> found;

    /** @param name null if a constraint created the index */
    private record Found(@Nullable String name, Index index) {
        boolean isUniqueConstraint() {
            return index.unique() && index.isOnColumnsOnly();
        }
    }

    SqliteIndexes(List<IndexColumnRow> rows, Map<String, String> statements, SqliteTableSql table, GivenNames names) {
        this.statements = statements;
        this.table = table;
        this.names = names;
        holdPrimaryKey = rows.stream().anyMatch(row -> row.origin().equals("pk"));
        found = Rows.grouped(rows, IndexColumnRow::index).values().stream()
                .filter(index -> !index.getFirst().origin().equals("pk"))
                .map(this::read)
                .toList();
    }

    /** Whether the primary key has its own index. */
    boolean holdPrimaryKey() {
        return holdPrimaryKey;
    }

    List<UniqueConstraint> uniques() {
        return found.stream()
                .filter(Found::isUniqueConstraint)
                .map(this::unique)
                .toList();
    }

    List<Index> indexes() {
        return found.stream()
                .filter(index -> !index.isUniqueConstraint())
                .map(index -> names.name(index.index(), index.name()))
                .toList();
    }

    private UniqueConstraint unique(Found index) {
        var columns = index.index().columns();
        var name = index.name() == null ? table.uniqueName(columns) : index.name();
        return names.name(new UniqueConstraint(null, columns), name);
    }

    private Found read(List<IndexColumnRow> rows) {
        var first = rows.getFirst();
        var statement = statements.get(first.index());
        var written = statement == null ? new SqliteIndexSql(List.of(), null) : SqliteIndexSql.parse(statement);
        var keys = IntStream.range(0, rows.size())
                .mapToObj(i -> key(rows.get(i), written, i))
                .toList();
        var name = first.origin().equals("c") ? first.index() : null;
        return new Found(name, new Index(null, keys, first.unique(), written.where()));
    }

    /** A column with a collation other than its own is an expression. */
    private Index.Key key(IndexColumnRow row, SqliteIndexSql written, int position) {
        var column = row.column();
        if (column == null) {
            return Index.Key.expression(written.keys().get(position), row.descending());
        }
        var own = Objects.requireNonNullElse(table.collation(column), "BINARY");
        return row.collation().equalsIgnoreCase(own)
                ? new Index.Key.OnColumn(column, row.descending())
                : Index.Key.expression(SqlTokens.quote(column) + " COLLATE " + row.collation(), row.descending());
    }
}
