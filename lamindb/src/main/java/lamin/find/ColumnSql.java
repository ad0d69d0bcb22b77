package lamin.find;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lamin.catalog.CatalogColumn;
import lamin.catalog.CatalogTable;
import lamin.catalog.ColumnKind;
import lamin.find.Paths.ToMany;
import lamin.find.Paths.ToOne;
import lamin.schema.internal.sql.SqlTokens;

/** Translates columns and paths into expressions. */
record ColumnSql(Paths paths) {
    private static final List<String> FIRST =
            List.of("uid", "name", "key", "handle", "title", "symbol", "root", "ontology_id");
    private static final List<String> LAST = List.of(
            "run_id",
            "created_at",
            "created_by_id",
            "updated_at",
            "branch_id",
            "created_on_id",
            "space_id",
            "is_locked");

    /** Every column of a table, and what the referenced records are called. */
    List<Selected> all(CatalogTable table) throws SQLException {
        var all = new ArrayList<Selected>();
        for (var column : sorted(table)) {
            all.add(new Selected(ShownColumn.of(table, column), "t0." + column.quoted()));
            var reference = table.referenceOf(column.name())
                    .filter(found -> !table.has(found.name()))
                    .orElse(null);
            if (reference != null) {
                all.add(new Selected(
                        ShownColumn.of(reference),
                        expression(table, "t0", reference.name()).sql()));
            }
        }
        return all;
    }

    private static List<CatalogColumn> sorted(CatalogTable table) {
        return table.columns().stream()
                .sorted(Comparator.comparingInt(column -> position(column.name())))
                .toList();
    }

    private static int position(String column) {
        int first = FIRST.indexOf(column);
        return first >= 0 ? first : FIRST.size() + 1 + LAST.indexOf(column);
    }

    /** The columns with these paths. */
    List<Selected> of(CatalogTable table, List<String> wanted) throws SQLException {
        var selected = new ArrayList<Selected>();
        for (var path : wanted) {
            var expression = expression(table, "t0", path.strip());
            selected.add(new Selected(new ShownColumn(path.strip(), expression.kind(), true), expression.sql()));
        }
        return selected;
    }

    /** An expression and the kind of its values. */
    record Expression(String sql, ColumnKind kind) {}

    /** A column, or what other records are called, or a column of theirs. */
    Expression expression(CatalogTable table, String alias, String path) throws SQLException {
        int dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        if (dot < 0) {
            var column = table.column(path).orElse(null);
            if (column != null) {
                return new Expression(alias + "." + column.quoted(), column.kind());
            }
        }
        return through(table, alias, first, dot < 0 ? "" : path.substring(dot + 1));
    }

    private Expression through(CatalogTable table, String alias, String first, String rest) throws SQLException {
        var step = paths.step(table, first);
        var inner = alias + "x";
        var value = rest.isEmpty()
                ? new Expression(Paths.title(step.target(), inner), ColumnKind.TEXT)
                : expression(step.target(), inner, rest);
        return switch (step) {
            case ToOne(var reference, var target) ->
                new Expression(
                        "(select %s from %s %s where %s.id = %s.%s)"
                                .formatted(
                                        value.sql(),
                                        target.quoted(),
                                        inner,
                                        inner,
                                        alias,
                                        SqlTokens.quote(reference.column())),
                        value.kind());
            case ToMany many -> new Expression(joined(many, alias, inner, value.sql()), ColumnKind.TEXT);
        };
    }

    /** The values of all of the other records, in order. */
    private static String joined(ToMany many, String alias, String inner, String value) {
        var relation = many.relation();
        var link = inner + "l";
        var records = relation.isLinked()
                ? "%s %s join %s %s on %s.id = %s.%s where %s.%s"
                        .formatted(
                                many.link().quoted(),
                                link,
                                many.target().quoted(),
                                inner,
                                inner,
                                link,
                                SqlTokens.quote(relation.to()),
                                link,
                                SqlTokens.quote(relation.from()))
                : "%s %s where %s.%s".formatted(many.target().quoted(), inner, inner, SqlTokens.quote(relation.from()));
        return "(select string_agg(v, ', ') from (select distinct cast(%s as text) as v from %s = %s.id order by 1) d)"
                .formatted(value, records, alias);
    }
}
