package lamin.schema.internal.sqlite.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lamin.schema.internal.introspect.GivenNames;
import lamin.schema.internal.introspect.Rows;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.ColumnRow;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.KeyColumnRow;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.TableRow;
import lamin.schema.internal.sqlite.introspect.SqliteIntrospection.Targets;
import lamin.schema.internal.sqlite.introspect.SqliteTableSql.Check;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Reads one table. */
final class SqliteTable {
    private final TableName name;
    private final SqliteTableSql sql;
    private final List<ColumnRow> columns;
    private final SqliteIndexes indexes;
    private final Map<Integer, List<KeyColumnRow>> keys;
    private final Targets targets;
    private final GivenNames names;
    private final Set<SqlExpression> jsonChecks;

    SqliteTable(TableRow row, SqliteCatalog catalog, Targets targets) {
        name = TableName.of(row.name());
        sql = SqliteTableSql.parse(row.sql());
        columns = catalog.columns().getOrDefault(row.name(), List.of());
        keys = Rows.grouped(catalog.keyColumns().getOrDefault(row.name(), List.of()), KeyColumnRow::number);
        this.targets = targets;
        names = new GivenNames(name);
        jsonChecks = sql.checks().stream()
                .filter(Check::mayBeJson)
                .map(check -> check.expression().normal())
                .collect(Collectors.toSet());
        indexes = new SqliteIndexes(
                catalog.indexColumns().getOrDefault(row.name(), List.of()), catalog.indexSql(), sql, names);
    }

    Table read() {
        return new Table(
                name,
                "",
                Table.impliedEntity(name, ""),
                columns.stream().map(this::column).toList(),
                primaryKey(),
                foreignKeys(),
                indexes.uniques(),
                checks(),
                indexes.indexes(),
                null);
    }

    private Column column(ColumnRow row) {
        boolean identity = isIdentity(row);
        var type = identity ? new ColumnType.Int64() : type(row);
        return Column.of(row.name(), type)
                .withNullable(!row.notNull() && !identity)
                .withIdentity(identity)
                .withDefault(SqliteDefaults.read(row.defaultValue(), type))
                .withGeneratedAs(sql.generatedAs(row.name()))
                .withCollation(sql.collation(row.name()));
    }

    private ColumnType type(ColumnRow row) {
        return isJson(row) ? new ColumnType.Json() : SqliteTypes.read(row.type());
    }

    /** JSON is text with a check. */
    private boolean isJson(ColumnRow row) {
        return !jsonChecks.isEmpty()
                && SqliteTypes.read(row.type()) instanceof ColumnType.Text
                && jsonChecks.contains(jsonCheck(row.name()));
    }

    private static SqlExpression jsonCheck(String column) {
        var quoted = SqlTokens.quote(column);
        return SqlExpression.of("json_valid(" + quoted + ") or " + quoted + " is null")
                .normal();
    }

    /** An alias of the row number, which a key becomes if it needs no index. */
    private boolean isIdentity(ColumnRow row) {
        return row.key() > 0
                && row.type().equalsIgnoreCase("integer")
                && targets.primaryKey(name.name()).size() == 1
                && !indexes.holdPrimaryKey();
    }

    private @Nullable PrimaryKey primaryKey() {
        var key = targets.primaryKey(name.name());
        return key.isEmpty() ? null : names.name(new PrimaryKey(null, key), sql.primaryKeyName());
    }

    private List<ForeignKey> foreignKeys() {
        var found = new ArrayList<>(keys.values());
        var written = sql.references();
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    var key = foreignKey(found.get(i));
                    return written.size() == found.size()
                            ? names.name(
                                    key.withDeferrable(written.get(i).deferred()),
                                    written.get(i).name())
                            : key;
                })
                .toList();
    }

    private ForeignKey foreignKey(List<KeyColumnRow> rows) {
        var target = targets.table(rows.getFirst().target());
        var from = rows.stream().map(KeyColumnRow::column).toList();
        var action = onDelete(rows.getFirst().onDelete());
        return new ForeignKey(null, from, TableName.of(target), targetColumns(target, rows), action, false);
    }

    private static OnDelete onDelete(String action) {
        return switch (action) {
            case "CASCADE" -> OnDelete.CASCADE;
            case "SET NULL" -> OnDelete.SET_NULL;
            case "RESTRICT" -> OnDelete.RESTRICT;
            // the model does not support SET DEFAULT
            default -> OnDelete.NO_ACTION;
        };
    }

    /** A key on a table that does not exist or has no matching key references columns with the same names. */
    private List<String> targetColumns(String target, List<KeyColumnRow> rows) {
        var key = targets.primaryKey(target);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    var named = rows.get(i).targetColumn();
                    if (named != null) {
                        return targets.column(target, named);
                    }
                    return key.size() == rows.size() ? key.get(i) : rows.get(i).column();
                })
                .toList();
    }

    private List<CheckConstraint> checks() {
        var ofTypes = columns.stream()
                .filter(this::isJson)
                .map(column -> jsonCheck(column.name()))
                .toList();
        return sql.checks().stream()
                .filter(check -> !check.mayBeJson()
                        || !ofTypes.contains(check.expression().normal()))
                .map(check -> names.name(new CheckConstraint(null, check.expression()), check.name()))
                .toList();
    }
}
