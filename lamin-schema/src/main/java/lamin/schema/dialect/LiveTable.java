package lamin.schema.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.introspect.Introspector;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.Jdbc;
import lamin.schema.sql.NormalExpression;
import lamin.schema.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/**
 * A table as the SQLite database has it.
 *
 * @param declaredTypes by column
 * @param indexStatements by name, of the indexes that a statement of their own made
 * @param options what follows the closing parenthesis of CREATE TABLE
 */
record LiveTable(
        Table definition, Map<String, String> declaredTypes, Map<String, String> indexStatements, String options) {
    LiveTable {
        declaredTypes = Map.copyOf(declaredTypes);
        indexStatements = Map.copyOf(indexStatements);
    }

    static LiveTable read(Connection connection, TableName name) throws SQLException {
        var definition = Introspector.readSqliteTable(connection, name)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.FAILURE,
                        "the database has no table " + name.flat()
                                + ", though its ledger says that it was created"
                                + "\nsomebody dropped or renamed it without a migration; put it back and try again"));
        var table = SqlTokens.literal(name.flat());
        return new LiveTable(
                definition,
                texts(connection, "SELECT name, type FROM pragma_table_xinfo(" + table + ")"),
                texts(
                        connection,
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = "
                                + table),
                options(connection, table));
    }

    private static Map<String, String> texts(Connection connection, String sql) throws SQLException {
        var texts = new HashMap<String, String>();
        Jdbc.query(connection, sql, row -> texts.put(row.getString(1), row.getString(2)));
        return texts;
    }

    private static String options(Connection connection, String table) throws SQLException {
        var sql = "SELECT concat_ws(', ', iif(wr, 'WITHOUT ROWID', NULL), iif(strict, 'STRICT', NULL))"
                + " FROM pragma_table_list WHERE schema = 'main' AND name = " + table;
        return Jdbc.query(connection, sql, row -> row.getString(1)).getFirst();
    }

    /** What the database has beyond {@code known}: nobody asked to lose it. */
    Table undeclared(Table known) {
        return Table.of(known.name(), known.module())
                .withColumns(beyond(definition.columns(), known.columns(), LiveTable::isSameColumn))
                .withForeignKeys(beyond(definition.foreignKeys(), known.foreignKeys(), LiveTable::isOnSameColumns))
                .withChecks(beyond(definition.checks(), known.checks(), LiveTable::isSameCheck))
                .withIndexes(beyond(SqliteSql.indexes(definition), SqliteSql.indexes(known), LiveTable::isSameIndex));
    }

    /** The columns, keys and checks of both; columns stay where the database has them, new ones follow. */
    Table merged(Table after, Table undeclared) {
        var merged = after;
        for (var column : undeclared.columns()) {
            merged = merged.with(column);
        }
        for (var key : undeclared.foreignKeys()) {
            merged = merged.with(key);
        }
        for (var check : undeclared.checks()) {
            merged = merged.with(check);
        }
        var places = definition.columns().stream().map(Column::name).toList();
        return merged.withColumns(merged.columns().stream()
                .sorted(Comparator.comparingInt(column -> place(places, column.name())))
                .toList());
    }

    private static int place(List<String> places, String column) {
        int place = places.indexOf(column);
        return place < 0 ? places.size() : place;
    }

    /** The statement that makes an index again, word for word where there was one. */
    String statement(Index index) {
        var written = indexStatements.get(index.nameIn(definition.name()));
        return written == null ? SqliteSql.createIndex(definition.name(), index) : written;
    }

    /** Undeclared keys, checks and indexes on columns that go: they cannot stay, and nobody asked to lose them. */
    void refuseUndeclaredOn(Set<String> dropped, Table undeclared) {
        for (var column : dropped) {
            if (!undeclared.withoutColumn(column).equals(undeclared)) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "a key, check or index of table " + definition.name() + " that no migration made is on column "
                                + column + ", which is to be dropped"
                                + "\nnothing was changed; drop it by hand first, or op.execute(\"DROP INDEX ...\")");
            }
        }
    }

    /** The declared types of columns whose type and numbering do not change. */
    Map<String, String> typesToKeep(Table before, Table after) {
        var kept = new HashMap<>(declaredTypes);
        for (var column : after.columns()) {
            before.column(column.name())
                    .filter(old -> !old.type().equals(column.type()) || old.identity() != column.identity())
                    .ifPresent(ignored -> kept.remove(column.name()));
        }
        return kept;
    }

    private static <T> List<T> beyond(List<T> live, List<T> declared, BiPredicate<T, T> isSame) {
        return live.stream()
                .filter(found -> declared.stream().noneMatch(known -> isSame.test(found, known)))
                .toList();
    }

    private static boolean isSameColumn(Column x, Column y) {
        return x.name().equalsIgnoreCase(y.name());
    }

    private static boolean isOnSameColumns(Constraint x, Constraint y) {
        return x.columns().equals(y.columns());
    }

    private static boolean isSameCheck(CheckConstraint x, CheckConstraint y) {
        return normal(x.expression()).equals(normal(y.expression()));
    }

    private static boolean isSameIndex(Index x, Index y) {
        return x.unique() == y.unique()
                && normalKeys(x).equals(normalKeys(y))
                && normal(x.where()).equals(normal(y.where()));
    }

    private static List<Index.Key> normalKeys(Index index) {
        return index.keys().stream()
                .map(key ->
                        key.expression() ? new Index.Key(NormalExpression.of(key.text()), true, key.descending()) : key)
                .toList();
    }

    private static String normal(@Nullable String expression) {
        return expression == null ? "" : NormalExpression.of(expression);
    }
}
