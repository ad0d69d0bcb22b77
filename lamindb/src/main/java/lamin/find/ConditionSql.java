package lamin.find;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lamin.catalog.CatalogColumn;
import lamin.catalog.CatalogTable;
import lamin.catalog.ColumnKind;
import lamin.find.Paths.ToMany;
import lamin.find.Paths.ToOne;
import lamin.registry.Condition;
import lamin.registry.Condition.AllOf;
import lamin.registry.Condition.AnyOf;
import lamin.registry.Condition.AtLeast;
import lamin.registry.Condition.AtMost;
import lamin.registry.Condition.Contains;
import lamin.registry.Condition.Equal;
import lamin.registry.Condition.Greater;
import lamin.registry.Condition.In;
import lamin.registry.Condition.Less;
import lamin.registry.Condition.Like;
import lamin.registry.Condition.Not;
import lamin.registry.Condition.OfProperty;
import lamin.registry.Condition.StartsWith;
import lamin.schema.internal.sql.SqlTokens;
import lamin.search.SearchRanking;

/** Translates conditions into SQL. Other records are reached by subqueries, so that no row occurs twice. */
record ConditionSql(Paths paths, Values values) {

    /** @param depth of the subquery, by which its alias is named */
    private record Scope(CatalogTable table, int depth) {
        String alias() {
            return "t" + depth;
        }

        Scope inner(CatalogTable target) {
            return new Scope(target, depth + 1);
        }
    }

    /** Of the records of a table that a query calls {@code t0}. */
    SqlText of(CatalogTable table, Condition condition) throws SQLException {
        return of(new Scope(table, 0), condition);
    }

    private SqlText of(Scope scope, Condition condition) throws SQLException {
        return switch (condition) {
            case Not(var negated) -> SqlText.of("(").and(of(scope, negated)).and(") is not true");
            case AnyOf(var conditions) -> joined(scope, conditions, " or ", "1 = 0");
            case AllOf(var conditions) -> joined(scope, conditions, " and ", "1 = 1");
            case OfProperty leaf -> ofProperty(scope, leaf);
        };
    }

    private SqlText joined(Scope scope, List<? extends Condition> conditions, String between, String none)
            throws SQLException {
        var parts = new ArrayList<SqlText>();
        for (var condition : conditions) {
            parts.add(of(scope, condition));
        }
        return parts.isEmpty()
                ? SqlText.of(none)
                : SqlText.of("(").and(SqlText.joined(parts, between)).and(")");
    }

    private SqlText ofProperty(Scope scope, OfProperty condition) throws SQLException {
        int dot = condition.property().indexOf('.');
        if (dot >= 0) {
            var first = condition.property().substring(0, dot);
            return through(
                    scope, first, List.of(condition.on(condition.property().substring(dot + 1))));
        }
        var column = scope.table().column(condition.property());
        if (column.isPresent()) {
            return comparison(scope.alias() + "." + column.get().quoted(), column.get(), condition);
        }
        return ofRecord(scope, condition);
    }

    /** A reference or a relation itself is compared with what identifies the other records. */
    private SqlText ofRecord(Scope scope, OfProperty condition) throws SQLException {
        var name = condition.property();
        if (!(condition instanceof Equal(var ignored, var value)) || value != null) {
            var target = paths.step(scope.table(), name).target();
            return through(
                    scope,
                    name,
                    Paths.identifiers(target).stream().map(condition::on).toList());
        }
        return switch (paths.step(scope.table(), name)) {
            case ToOne(var reference, var target) ->
                SqlText.of(scope.alias() + "." + quoted(reference.column()) + " is null");
            case ToMany(var relation, var link, var target) ->
                SqlText.of("%s.id not in (select %s from %s where %s is not null)"
                        .formatted(scope.alias(), quoted(relation.from()), link.quoted(), quoted(relation.from())));
        };
    }

    /** That the other record, or one of them, meets one of the conditions. */
    private SqlText through(Scope scope, String name, List<? extends Condition> conditions) throws SQLException {
        var step = paths.step(scope.table(), name);
        var inner = scope.inner(step.target());
        var met = joined(inner, conditions, " or ", "1 = 0");
        var records = " from " + step.target().quoted() + " " + inner.alias() + " where ";
        return switch (step) {
            case ToOne(var reference, var target) ->
                SqlText.of(scope.alias() + "." + quoted(reference.column()) + " in (select " + inner.alias() + ".id"
                                + records)
                        .and(met)
                        .and(")");
            case ToMany(var relation, var link, var target)
            when relation.isLinked() ->
                SqlText.of("%s.id in (select %s from %s where %s in (select %s.id%s"
                                .formatted(
                                        scope.alias(),
                                        quoted(relation.from()),
                                        link.quoted(),
                                        quoted(relation.to()),
                                        inner.alias(),
                                        records))
                        .and(met)
                        .and("))");
            case ToMany(var relation, var link, var target) ->
                SqlText.of(scope.alias() + ".id in (select " + inner.alias() + "." + quoted(relation.from()) + records)
                        .and(met)
                        .and(")");
        };
    }

    private SqlText comparison(String sql, CatalogColumn column, OfProperty condition) {
        return switch (condition) {
            case Equal(var ignored, var value) ->
                value == null ? SqlText.of(sql + " is null") : compared(sql, column, "=", value);
            case In(var ignored, var list) -> in(sql, column, list);
            case Less(var ignored, var limit) -> compared(sql, column, "<", limit);
            case AtMost(var ignored, var limit) -> compared(sql, column, "<=", limit);
            case Greater(var ignored, var limit) -> compared(sql, column, ">", limit);
            case AtLeast(var ignored, var limit) -> compared(sql, column, ">=", limit);
            case Like(var ignored, var pattern) -> like(sql, column, pattern);
            case Contains(var ignored, var text) -> like(sql, column, "%" + SearchRanking.escaped(text) + "%");
            case StartsWith(var ignored, var text) -> like(sql, column, SearchRanking.escaped(text) + "%");
        };
    }

    private SqlText compared(String sql, CatalogColumn column, String operator, Object value) {
        return SqlText.of(comparable(sql, column) + " " + operator + " ?", values.parameter(column, value));
    }

    private SqlText in(String sql, CatalogColumn column, List<?> list) {
        var places = String.join(", ", Collections.nCopies(list.size(), "?"));
        var parameters =
                list.stream().map(value -> values.parameter(column, value)).toArray();
        return list.isEmpty()
                ? SqlText.of("1 = 0")
                : SqlText.of(comparable(sql, column) + " in (" + places + ")", parameters);
    }

    private SqlText like(String sql, CatalogColumn column, String pattern) {
        var text = column.kind() == ColumnKind.TEXT ? sql : asText(sql);
        return SqlText.of(text + " " + paths.catalog().like() + " ? escape '\\'", pattern);
    }

    /** PostgreSQL does not compare every type with a text. */
    private static String comparable(String sql, CatalogColumn column) {
        return switch (column.kind()) {
            case JSON, OTHER -> asText(sql);
            case BOOLEAN, INTEGER, NUMBER, TEXT, DATE, TIME, LOCAL_TIME, BYTES -> sql;
        };
    }

    private static String asText(String sql) {
        return "cast(" + sql + " as text)";
    }

    private static String quoted(String column) {
        return SqlTokens.quote(column);
    }
}
