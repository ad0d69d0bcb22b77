package lamin.schema.internal.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.internal.sql.SqlSyntax;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.internal.sqlite.introspect.SqliteIntrospection;
import lamin.schema.internal.sqlite.translation.DeclaredForm;
import lamin.schema.internal.sqlite.translation.SqliteSql;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.sql.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * A live table of a SQLite database.
 *
 * @param indexStatements by name, for indexes created by a separate statement
 */
record LiveTable(Table definition, DeclaredForm form, Map<String, String> indexStatements) {
    LiveTable {
        indexStatements = Map.copyOf(indexStatements);
    }

    static LiveTable read(Connection connection, TableName name) throws SQLException {
        var definition = SqliteIntrospection.read(connection, name)
                .orElseThrow(() -> new LaminException(
                        ErrorCode.FAILURE,
                        "the database has no table " + name.flat()
                                + ", though its ledger says that it was created"
                                + "\nsomebody dropped or renamed it without a migration",
                        new Advice("restore it and try again")));
        var table = SqlTokens.literal(name.flat());
        refuseOnConflict(connection, table);
        return new LiveTable(
                definition,
                DeclarationReader.read(connection, name.flat()),
                texts(
                        connection,
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = "
                                + table));
    }

    /** ON CONFLICT only occurs in hand-written statements, and no pragma shows its position. */
    private static void refuseOnConflict(Connection connection, String table) throws SQLException {
        var sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = " + table;
        var statement = Jdbc.query(connection, sql, row -> row.getString(1)).getFirst();
        var tokens = SqlTokens.significant(statement, SqlSyntax.SQLITE);
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is("on") && tokens.get(i).is("conflict")) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "table " + table
                                + " has ON CONFLICT in its statement, which no migration wrote and which would be lost:"
                                + " the table must be rebuilt"
                                + "\nnothing was changed",
                        new Advice("rebuild the table without it by hand, then try again"));
            }
        }
    }

    private static Map<String, String> texts(Connection connection, String sql) throws SQLException {
        var texts = new HashMap<String, String>();
        Jdbc.query(connection, sql, row -> texts.put(row.getString(1), row.getString(2)));
        return texts;
    }

    /** A manually dropped column cannot be copied, and rows under a different key are different rows. */
    void refuseUnlike(Table known) {
        refuseMissing(known);
        var key = keyColumns(definition);
        if (!key.equals(keyColumns(known))) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "table " + definition.name() + " has the primary key " + key + ", where its migrations made "
                            + keyColumns(known)
                            + "\nnothing was changed; somebody changed the key without a migration",
                    new Advice("restore it and try again"));
        }
    }

    private static List<String> keyColumns(Table table) {
        var key = table.primaryKey();
        return key == null
                ? List.of()
                : key.columns().stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** Whether rows may still lack numbers in a column that the database will number. */
    boolean lacksNumbers(Column after) {
        return after.identity()
                && column(after.name())
                        .filter(live -> !live.identity() && live.nullable())
                        .isPresent();
    }

    /** SQLite would read the name of a missing column as a string. */
    private void refuseMissing(Table known) {
        for (var column : known.columns()) {
            if (column(column.name()).isEmpty()) {
                throw new LaminException(
                        ErrorCode.FAILURE,
                        "table " + definition.name() + " has no column " + column.name()
                                + ", though its ledger says that it was created"
                                + "\nnothing was changed; somebody dropped or renamed it without a migration",
                        new Advice("restore it and try again"));
            }
        }
    }

    /** The parts of the live table that {@code known} does not have and that must not be lost. */
    Table undeclared(Table known) {
        return Table.of(known.name(), known.module())
                .withColumns(beyond(definition.columns(), known.columns(), LiveTable::isSameColumn).stream()
                        .map(this::withDeclaredType)
                        .toList())
                .withForeignKeys(beyond(definition.foreignKeys(), known.foreignKeys(), LiveTable::isOnSameColumns))
                .withChecks(beyond(definition.checks(), known.checks(), LiveTable::isSameCheck))
                .withIndexes(undeclaredIndexes(known));
    }

    /** In a model JSON is text with a check; a column that is only called so may hold anything. */
    private Column withDeclaredType(Column column) {
        var declared = form.types().getOrDefault(column.name(), "");
        return column.type() instanceof ColumnType.Json
                        && declared.toLowerCase(Locale.ROOT).startsWith("json")
                ? column.withType(new ColumnType.Other(declared))
                : column;
    }

    /** Each declared index is one of the database; a second one on the same columns was made by hand. */
    private List<Index> undeclaredIndexes(Table known) {
        var declared = SqliteSql.indexes(known);
        var left = new ArrayList<>(SqliteSql.indexes(definition));
        for (var index : declared) {
            var name = index.nameIn(known.name());
            left.stream()
                    .filter(live -> isSameIndex(live, index))
                    .max(Comparator.comparing(
                            live -> live.nameIn(definition.name()).equalsIgnoreCase(name)))
                    .ifPresent(left::remove);
        }
        // a unique constraint beside a declared unique index on the same columns adds nothing
        left.removeIf(live -> !indexStatements.containsKey(live.nameIn(definition.name()))
                && declared.stream().anyMatch(index -> isSameIndex(live, index)));
        return left;
    }

    /**
     * The columns, keys and checks of both. Columns keep their position in the database, new ones follow. Properties of
     * a common column that the change from {@code before} does not affect stay as in the database.
     */
    Table merged(Table before, Table after, Table undeclared) {
        var merged = after.withColumns(
                after.columns().stream().map(column -> merged(before, column)).toList());
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

    private Column merged(Table before, Column after) {
        var old = before.column(after.name()).orElse(null);
        var live = column(after.name()).orElse(null);
        if (old == null || live == null || after.identity()) {
            return after;
        }
        return after.withNullable(after.nullable() == old.nullable() ? live.nullable() : after.nullable())
                .withDefault(
                        Objects.equals(after.defaultValue(), old.defaultValue())
                                ? live.defaultValue()
                                : after.defaultValue())
                .withCollation(
                        Objects.equals(after.collation(), old.collation()) ? live.collation() : after.collation());
    }

    private Optional<Column> column(String name) {
        return definition.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static int place(List<String> places, String column) {
        int place = places.indexOf(column);
        return place < 0 ? places.size() : place;
    }

    /** The statement that recreates an index, verbatim if there was one. */
    String statement(Index index) {
        var written = indexStatements.get(index.nameIn(definition.name()));
        return written == null ? SqliteSql.createIndex(definition.name(), index) : written;
    }

    /**
     * Refuses undeclared keys, checks, indexes and generated columns on dropped columns: they cannot stay, and no
     * migration asked to drop them.
     */
    void refuseUndeclaredOn(Set<String> dropped, Table undeclared) {
        for (var column : dropped) {
            if (!undeclared.withoutColumn(column).equals(undeclared) || isComputedFrom(column, undeclared)) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "a key, check, index or generated column of table " + definition.name()
                                + " that no migration made is on column "
                                + column + ", which is to be dropped"
                                + "\nnothing was changed",
                        new Advice("drop it by hand first, or op.execute(\"DROP INDEX ...\")"));
            }
        }
    }

    private static boolean isComputedFrom(String column, Table undeclared) {
        return undeclared.columns().stream()
                .map(Column::generatedAs)
                .anyMatch(expression -> expression != null && expression.mentions(column));
    }

    /** The form to keep: declared types are kept only for columns whose type and numbering do not change. */
    DeclaredForm form(Table before, Table after) {
        return form.withoutTypesOf(after.columns().stream()
                .filter(column -> before.column(column.name())
                        .filter(old -> !old.type().equals(column.type()) || old.identity() != column.identity())
                        .isPresent())
                .map(Column::name)
                .toList());
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
        return x.expression().normal().equals(y.expression().normal());
    }

    private static boolean isSameIndex(Index x, Index y) {
        return x.unique() == y.unique()
                && x.withExpressions(SqlExpression::normal)
                        .keys()
                        .equals(y.withExpressions(SqlExpression::normal).keys())
                && Objects.equals(normal(x.where()), normal(y.where()));
    }

    private static @Nullable SqlExpression normal(@Nullable SqlExpression expression) {
        return expression == null ? null : expression.normal();
    }
}
