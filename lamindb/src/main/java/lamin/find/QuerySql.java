package lamin.find;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.catalog.Catalog;
import lamin.catalog.CatalogTable;
import lamin.registry.Condition;
import lamin.search.SearchRanking;
import org.jspecify.annotations.Nullable;

/** A query as SQL, which can be run on any connection to the database. */
final class QuerySql {
    private static final int TRASH = -1;

    private final Values values;
    private final QuerySpec spec;
    private final CatalogTable table;
    private final List<Selected> selected;
    private final SqlText where;
    private final SqlText order;

    QuerySql(Catalog catalog, Values values, QuerySpec spec) throws SQLException {
        this.values = values;
        this.spec = spec;
        this.table = catalog.registry(spec.registry());
        var paths = new Paths(catalog);
        var columns = new ColumnSql(paths);
        this.selected = spec.columns().isEmpty() ? columns.all(table) : columns.of(table, spec.columns());
        var search = spec.search() == null
                ? null
                : SearchRanking.of(table.columnNames(), "t0.", catalog.like(), spec.search());
        this.where = where(new ConditionSql(paths, values), search);
        this.order = order(columns, search);
    }

    /** Records with their ids. */
    record Page(List<Object> ids, Records records) {
        static final Page NONE = new Page(List.of(), new Records("", List.of(), List.of()));
    }

    long count(Connection connection) throws SQLException {
        var counted =
                SqlText.of("select count(*) from " + table.quoted() + " t0").and(where);
        return counted.query(connection, row -> row.getLong(1)).getFirst();
    }

    /** In the requested order, by default the newest first. */
    Page page(Connection connection) throws SQLException {
        return rows(connection, where.and(order).and(limits()));
    }

    /** A page of the records with lower ids than another, the newest first. */
    Page before(Connection connection, @Nullable Object id, int most) throws SQLException {
        var older = id == null ? SqlText.of("") : SqlText.of(" and t0.id < ?", id);
        return rows(connection, where.and(older).and(" order by t0.id desc limit " + most));
    }

    /** The records with these ids, in their order. */
    Page withIds(Connection connection, List<Object> ids) throws SQLException {
        var parts = ids.stream().map(id -> SqlText.of("?", id)).toList();
        var found = rows(
                connection,
                SqlText.of(" where t0.id in (").and(SqlText.joined(parts, ", ")).and(")"));
        var places = ids.stream()
                .map(found.ids()::indexOf)
                .filter(place -> place >= 0)
                .toList();
        return new Page(
                ids,
                new Records(
                        table.qualifiedName(),
                        found.records().columns(),
                        places.stream().map(found.records().rows()::get).toList()));
    }

    /** All ids, in the requested order. */
    List<Object> ids(Connection connection) throws SQLException {
        return SqlText.of("select t0.id from " + table.quoted() + " t0")
                .and(where)
                .and(order)
                .and(limits())
                .query(connection, row -> row.getObject(1));
    }

    private Page rows(Connection connection, SqlText rest) throws SQLException {
        var list = selected.stream().map(each -> ", " + each.sql()).collect(Collectors.joining());
        var ids = new ArrayList<Object>();
        var rows = SqlText.of("select t0.id" + list + " from " + table.quoted() + " t0")
                .and(rest)
                .query(connection, row -> {
                    ids.add(row.getObject(1));
                    return row(row);
                });
        var columns = selected.stream().map(Selected::column).toList();
        return new Page(ids, new Records(table.qualifiedName(), columns, rows));
    }

    private List<@Nullable Object> row(ResultSet row) throws SQLException {
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < selected.size(); i++) {
            list.add(values.read(row, i + 2, selected.get(i).column().kind()));
        }
        return list;
    }

    private SqlText where(ConditionSql conditions, @Nullable SearchRanking search) throws SQLException {
        var all = SqlText.of(" where 1 = 1");
        for (var condition : spec.conditions()) {
            all = all.and(" and ").and(conditions.of(table, condition));
        }
        if (search != null) {
            all = all.and(" and ").and(SqlText.of(search.condition()));
        }
        return all.and(visible());
    }

    /**
     * A condition on the branch or on the version replaces the one that applies by default. In the trash, no version is the
     * latest.
     */
    private String visible() {
        var trash = spec.inTrash() ? " and t0.branch_id = " + TRASH : " and t0.branch_id <> " + TRASH;
        var latest = spec.allVersions() || spec.inTrash() ? "" : " and t0.is_latest";
        return (table.has("branch_id") && !isAsked("branch") ? trash : "")
                + (table.isVersioned() && !isAsked("is_latest") ? latest : "");
    }

    private boolean isAsked(String column) {
        return spec.conditions().stream().anyMatch(condition -> isAsked(condition, column));
    }

    private static boolean isAsked(Condition condition, String column) {
        return switch (condition) {
            case Condition.Not(var negated) -> isAsked(negated, column);
            case Condition.AnyOf(var list) -> list.stream().anyMatch(each -> isAsked(each, column));
            case Condition.AllOf(var list) -> list.stream().anyMatch(each -> isAsked(each, column));
            case Condition.OfProperty leaf -> leaf.property().matches(column + "(_id|\\..*)?");
        };
    }

    private SqlText order(ColumnSql columns, @Nullable SearchRanking search) throws SQLException {
        var parts = new ArrayList<SqlText>();
        for (var sort : spec.sorts()) {
            var expression = columns.expression(table, "t0", sort.path()).sql();
            parts.add(SqlText.of(expression + (sort.descending() ? " desc" : "") + " nulls last"));
        }
        if (search != null) {
            parts.add(SqlText.of(search.order()));
        }
        parts.add(SqlText.of("t0.id desc"));
        return SqlText.of(" order by ").and(SqlText.joined(parts, ", "));
    }

    private String limits() {
        var limit = spec.limit() == QuerySpec.NO_LIMIT && spec.offset() == 0 ? "" : " limit " + spec.limit();
        return spec.offset() == 0 ? limit : limit + " offset " + spec.offset();
    }
}
