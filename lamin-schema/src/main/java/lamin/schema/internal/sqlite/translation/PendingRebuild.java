package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.MisfitException;
import lamin.schema.internal.operation.Operation.AddColumn;
import lamin.schema.internal.operation.Operation.AlterColumn;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The pending changes of one table, which can share a rebuild. */
final class PendingRebuild {
    private Table before;
    private final Map<String, SqlExpression> sources = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> converted = new HashSet<>();
    private final Set<String> gone = new HashSet<>();

    PendingRebuild(Table before) {
        this.before = before;
        before.columns().stream()
                .filter(column -> column.generatedAs() == null)
                .forEach(column -> sources.put(column.name(), SqlExpression.of(quote(column.name()))));
    }

    TableRebuild to(Table after) {
        if (after.columns().isEmpty()) {
            throw new MisfitException("table " + after.name() + " is left without columns; drop the table instead");
        }
        refuseMissingSql(after);
        var texts = new LinkedHashMap<String, String>();
        sources.forEach((column, source) -> texts.put(column, source.text()));
        return new TableRebuild(before, after, texts, converted);
    }

    /** Missing SQL for SQLite in defaults is reported before the first step runs. */
    private static void refuseMissingSql(Table after) {
        after.columns().stream()
                .map(Column::defaultValue)
                .filter(Objects::nonNull)
                .forEach(SqliteSql::defaultValue);
    }

    /** Drops only the foreign keys to be dropped, now, and continues from there. */
    TableRebuild withoutDroppedForeignKeys(Table after) {
        var fewer = before.withForeignKeys(before.foreignKeys().stream()
                .filter(after.foreignKeys()::contains)
                .toList());
        var rebuild = new PendingRebuild(before).to(fewer);
        before = fewer;
        return rebuild;
    }

    boolean pointsTo(TableName table) {
        return before.foreignKeys().stream().anyMatch(key -> key.target().equals(table));
    }

    /**
     * Whether these columns are a key in the current table of the database, so that other tables may reference them.
     */
    boolean hasKey(List<String> columns) {
        return before.hasKey(columns);
    }

    /** Whether the current table references columns that are no longer a key once the target table is as given. */
    boolean pointsToKeyThatGoes(Table target) {
        return before.foreignKeys().stream()
                .anyMatch(key -> key.target().equals(target.name()) && !target.hasKey(key.targetColumns()));
    }

    /** Whether the current table has this column and it is not to be dropped. */
    boolean isPhysical(String column) {
        return isTaken(column) && !gone.contains(column);
    }

    /** Whether the current table has a column with this name, even if it is to be dropped. */
    boolean isTaken(String column) {
        return before.column(column).isPresent();
    }

    /** Whether SQL over the row as the migration sees it would find a different row in the database. */
    boolean isOutdated(@Nullable String sql) {
        return sql != null && changed.stream().anyMatch(SqlExpression.of(sql)::mayMention);
    }

    void add(AddColumn operation) {
        var column = operation.column();
        changed.add(column.name());
        if (operation.fill() != null) {
            sources.put(column.name(), SqlExpression.of(operation.fill()));
        } else if (column.generatedAs() == null && column.defaultValue() != null) {
            sources.put(column.name(), SqlExpression.of(SqliteSql.defaultValue(column.defaultValue())));
        }
    }

    void drop(String column) {
        if (isPhysical(column)) {
            gone.add(column);
        }
        changed.add(column);
        sources.remove(column);
        converted.remove(column);
    }

    /** Follows a rename in the current table of the database. */
    void renamePhysical(String column, String newName) {
        before = before.withRenamedColumn(column, newName);
        rename(column, newName);
        sources.replaceAll((name, source) -> source.renamed(column, newName));
    }

    /** Renames a column that only the new table has. */
    void rename(String column, String newName) {
        var source = sources.remove(column);
        if (source != null) {
            sources.put(newName, source);
        }
        replace(converted, column, newName);
        replace(changed, column, newName);
    }

    private static void replace(Set<String> names, String name, String newName) {
        if (names.remove(name)) {
            names.add(newName);
        }
    }

    void alter(AlterColumn operation, Column old, Column altered) {
        var name = operation.column();
        changed.add(name);
        var source = operation.using() != null ? SqlExpression.of(operation.using()) : sources.get(name);
        for (var change : operation.changes()) {
            switch (change) {
                case ColumnChange.Type(var type) -> {
                    if (!type.equals(old.type())) {
                        converted.add(name);
                        source = converted(source, operation, old.type(), type);
                    }
                }
                case ColumnChange.Nullability(var nullable) ->
                    source = nullable ? source : filled(source, operation, altered);
                case ColumnChange.Default ignored -> {}
                case ColumnChange.Collation ignored -> {}
                case ColumnChange.Comment ignored -> {}
                case ColumnChange.Identity ignored -> {}
            }
        }
        if (source != null) {
            sources.put(name, source);
        }
    }

    private static @Nullable SqlExpression converted(
            @Nullable SqlExpression source, AlterColumn operation, ColumnType from, ColumnType to) {
        return source == null || operation.using() != null
                ? source
                : SqlExpression.of(SqliteConversion.of(source.text(), from, to));
    }

    private static @Nullable SqlExpression filled(
            @Nullable SqlExpression source, AlterColumn operation, Column altered) {
        var fill = operation.fill() != null
                ? operation.fill()
                : altered.defaultValue() == null ? null : SqliteSql.defaultValue(altered.defaultValue());
        return fill == null || source == null ? source : SqlExpression.of("COALESCE(" + source + ", " + fill + ")");
    }
}
