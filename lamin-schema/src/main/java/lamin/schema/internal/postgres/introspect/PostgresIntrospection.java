package lamin.schema.internal.postgres.introspect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lamin.schema.Notices;
import lamin.schema.internal.database.Introspection;
import lamin.schema.internal.introspect.GivenNames;
import lamin.schema.internal.introspect.Rows;
import lamin.schema.internal.postgres.introspect.PostgresCatalog.ColumnRow;
import lamin.schema.internal.postgres.introspect.PostgresCatalog.ConstraintRow;
import lamin.schema.internal.postgres.introspect.PostgresCatalog.IndexColumnRow;
import lamin.schema.internal.postgres.introspect.PostgresCatalog.TableRow;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Constraint.PrimaryKey;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Reads a PostgreSQL database from its catalog. */
public final class PostgresIntrospection implements Introspection {
    @Override
    public SchemaModel printed(Connection connection, SchemaModel model, Notices notices) throws SQLException {
        return new PrintedForm(connection, notices).of(model);
    }

    @Override
    public SchemaModel read(Connection connection) throws SQLException {
        var catalog = PostgresCatalog.read(connection);
        var tables = new TreeMap<TableName, Table>();
        for (var row : catalog.tables()) {
            var table = new Reader(catalog, row).read();
            tables.put(table.name(), table);
        }
        var sequences = new TreeMap<TableName, Sequence>();
        for (var row : catalog.sequences()) {
            var name = catalog.tableName(row.schema(), row.name());
            sequences.put(name, Sequence.of(name, "").withStart(row.start()).withIncrement(row.increment()));
        }
        return new SchemaModel(tables, sequences);
    }

    @Override
    public Map<TableName, List<SqlExpression>> checksByFunctions(Connection connection) throws SQLException {
        var sql = """
                SELECT nullif(n.nspname, current_schema()), t.relname, pg_get_expr(k.conbin, k.conrelid)
                FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
                WHERE k.contype = 'c' AND EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_constraint'::regclass AND d.objid = k.oid AND d.refclassid = 'pg_proc'::regclass
                    AND NOT EXISTS (SELECT FROM pg_depend e
                      WHERE e.classid = 'pg_proc'::regclass AND e.objid = d.refobjid AND e.deptype = 'e'))""";
        return Jdbc.query(
                        connection,
                        sql,
                        row -> Map.entry(TableName.of(row.getString(1), row.getString(2)), unwrapped(row.getString(3))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @Override
    public List<String> tablesWith(Connection connection, List<String> columns) throws SQLException {
        var sql = """
                SELECT t.relname FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                WHERE t.relkind IN ('r', 'p') AND n.nspname = current_schema() AND has_table_privilege(t.oid, 'SELECT')
                  AND (SELECT array_agg(a.attname::text) FROM pg_attribute a
                    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) @> ARRAY[%s]
                ORDER BY 1""".formatted(SqlTokens.literals(columns));
        return Jdbc.query(connection, sql, row -> row.getString(1));
    }

    /** Reads one table. */
    private static final class Reader {
        private final PostgresCatalog catalog;
        private final TableRow row;
        private final TableName name;
        private final GivenNames names;

        Reader(PostgresCatalog catalog, TableRow row) {
            this.catalog = catalog;
            this.row = row;
            name = catalog.tableName(row.schema(), row.name());
            names = new GivenNames(name);
        }

        Table read() {
            var table = new Table(
                    name,
                    "",
                    Table.impliedEntity(name, ""),
                    catalog.columns().getOrDefault(row.oid(), List.of()).stream()
                            .map(Reader::column)
                            .toList(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    indexes(),
                    row.comment());
            for (var constraint : catalog.constraints().getOrDefault(row.oid(), List.of())) {
                table = table.with(constraint(constraint));
            }
            return table;
        }

        private static Column column(ColumnRow row) {
            var type = PostgresTypes.read(row.type());
            boolean identity = row.identity() || (!row.generated() && PostgresDefaults.isSequence(row.expression()));
            boolean hasDefault = !identity && !row.generated();
            return Column.of(row.name(), type)
                    .withNullable(!row.notNull())
                    .withIdentity(identity)
                    .withDefault(hasDefault ? PostgresDefaults.read(row.expression(), type) : null)
                    .withGeneratedAs(row.generated() ? unwrappedOrNull(row.expression()) : null)
                    .withCollation(row.collation())
                    .withComment(row.comment());
        }

        private Constraint constraint(ConstraintRow found) {
            return switch (found.kind()) {
                case "p" -> names.name(new PrimaryKey(null, found.columns()), found.name());
                case "u" -> names.name(new UniqueConstraint(null, found.columns()), found.name());
                case "f" -> names.name(foreignKey(found), found.name());
                default -> names.name(check(found), found.name());
            };
        }

        private static CheckConstraint check(ConstraintRow found) {
            return new CheckConstraint(null, unwrapped(Objects.requireNonNull(found.expression(), "no expression")));
        }

        private ForeignKey foreignKey(ConstraintRow found) {
            return new ForeignKey(
                    null,
                    found.columns(),
                    catalog.tableName(found.targetSchema(), Objects.requireNonNull(found.target())),
                    found.targetColumns(),
                    onDelete(found.onDelete()),
                    found.deferred());
        }

        private static OnDelete onDelete(String action) {
            return switch (action) {
                case "c" -> OnDelete.CASCADE;
                case "n" -> OnDelete.SET_NULL;
                case "r" -> OnDelete.RESTRICT;
                // the model does not support SET DEFAULT
                default -> OnDelete.NO_ACTION;
            };
        }

        private List<Index> indexes() {
            var rows = catalog.indexColumns().getOrDefault(row.oid(), List.of());
            return Rows.grouped(rows, IndexColumnRow::index).values().stream()
                    .map(this::index)
                    .toList();
        }

        private Index index(List<IndexColumnRow> rows) {
            var first = rows.getFirst();
            var keys = rows.stream().map(Reader::key).toList();
            return names.name(new Index(null, keys, first.unique(), unwrappedOrNull(first.where())), first.index());
        }

        private static Index.Key key(IndexColumnRow row) {
            var column = row.column();
            return column == null
                    ? Index.Key.expression(SqlTokens.unwrap(row.definition()), row.descending())
                    : new Index.Key.OnColumn(column, row.descending());
        }
    }

    private static @Nullable SqlExpression unwrappedOrNull(@Nullable String expression) {
        return expression == null ? null : unwrapped(expression);
    }

    private static SqlExpression unwrapped(String expression) {
        return SqlExpression.of(expression).unwrapped();
    }
}
