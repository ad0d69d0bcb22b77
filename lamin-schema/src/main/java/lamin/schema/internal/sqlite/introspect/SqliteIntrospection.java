package lamin.schema.internal.sqlite.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lamin.schema.Notices;
import lamin.schema.internal.database.Introspection;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.ColumnRow;
import lamin.schema.internal.sqlite.introspect.SqliteCatalog.TableRow;
import lamin.schema.internal.sqlite.translation.SqliteSql;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Sequence;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;

/** Reads a SQLite database: facts from its pragmas, the rest from the stored statements. */
public final class SqliteIntrospection implements Introspection {
    @Override
    public SchemaModel read(Connection connection) throws SQLException {
        return read(SqliteCatalog.read(connection));
    }

    /** SQLite keeps expressions as written. */
    @Override
    public SchemaModel printed(Connection connection, SchemaModel model, Notices notices) {
        return model;
    }

    /** SQLite stores no functions. */
    @Override
    public Map<TableName, List<SqlExpression>> checksByFunctions(Connection connection) {
        return Map.of();
    }

    @Override
    public List<String> tablesWith(Connection connection, List<String> columns) throws SQLException {
        var sql = """
                SELECT m.name FROM sqlite_schema m
                WHERE m.type = 'table' AND (SELECT count(*) FROM pragma_table_info(m.name) c WHERE lower(c.name) IN (%s)) = %d
                ORDER BY 1""".formatted(SqlTokens.literals(columns), columns.size());
        return Jdbc.query(connection, sql, row -> row.getString(1));
    }

    /** Reads one table without the others. */
    public static Optional<Table> read(Connection connection, TableName table) throws SQLException {
        return read(SqliteCatalog.read(connection, table)).table(TableName.of(table.flat()));
    }

    private static SchemaModel read(SqliteCatalog catalog) {
        var targets = new Targets(catalog);
        var tables = new TreeMap<TableName, Table>();
        var sequences = new TreeMap<TableName, Sequence>();
        for (var row : catalog.tables()) {
            var table = new SqliteTable(row, catalog, targets).read();
            if (isSequence(table)) {
                sequences.put(table.name(), Sequence.of(table.name(), ""));
            } else {
                tables.put(table.name(), table);
            }
        }
        return new SchemaModel(tables, sequences);
    }

    private static boolean isSequence(Table table) {
        return table.columns().size() == 1
                && SqliteSql.NEXT_VALUE.equals(table.columns().getFirst().name());
    }

    /** The targets of foreign keys; SQLite ignores the case in which a statement names them. */
    static final class Targets {
        private final Map<String, String> tables;
        private final Map<String, List<ColumnRow>> columns;

        Targets(SqliteCatalog catalog) {
            tables = catalog.tables().stream()
                    .map(TableRow::name)
                    .collect(
                            Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (one, other) -> one));
            columns = catalog.columns();
        }

        /** The table's name in its original case; the given name if the table does not exist. */
        String table(String name) {
            return tables.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        }

        String column(String table, String name) {
            return columns.getOrDefault(table, List.of()).stream()
                    .map(ColumnRow::name)
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElse(name);
        }

        List<String> primaryKey(String table) {
            return columns.getOrDefault(table, List.of()).stream()
                    .filter(column -> column.key() > 0)
                    .sorted(Comparator.comparingInt(ColumnRow::key))
                    .map(ColumnRow::name)
                    .toList();
        }
    }
}
