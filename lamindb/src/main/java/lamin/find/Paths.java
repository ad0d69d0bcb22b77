package lamin.find;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import lamin.catalog.Catalog;
import lamin.catalog.CatalogTable;
import lamin.catalog.Reference;
import lamin.catalog.Relation;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.internal.sql.SqlTokens;
import org.jspecify.annotations.Nullable;

/** Steps from the records of one table to those of another, and what a record is called. */
record Paths(Catalog catalog) {
    private static final List<String> TITLES = List.of("name", "key", "handle", "title", "symbol", "root", "uid");
    private static final List<String> IDENTIFIERS =
            List.of("uid", "name", "key", "handle", "title", "symbol", "ontology_id", "root");

    /** A step to other records. */
    sealed interface Step {
        /** The table of the other records. */
        CatalogTable target();
    }

    /** To the one record that a column references. */
    record ToOne(Reference reference, CatalogTable target) implements Step {}

    /** To any number of records. */
    record ToMany(Relation relation, CatalogTable link, CatalogTable target) implements Step {}

    /** The step with that name; an unknown one is refused with the similar ones. */
    Step step(CatalogTable table, String name) throws SQLException {
        var found = stepOrNull(table, name);
        if (found == null) {
            throw unknown(table, name);
        }
        return found;
    }

    private @Nullable Step stepOrNull(CatalogTable table, String name) throws SQLException {
        var reference = table.reference(name).orElse(null);
        if (reference != null) {
            return new ToOne(reference, catalog.table(reference.target()));
        }
        var relation = catalog.relation(table, name).orElse(null);
        return relation == null
                ? null
                : new ToMany(relation, catalog.table(relation.link()), catalog.table(relation.target()));
    }

    LaminException unknown(CatalogTable table, String name) throws SQLException {
        return new LaminException(
                ErrorCode.USAGE,
                "there is no column '" + name + "' in " + table.qualifiedName()
                        + catalog.continuations(table).hint(name));
    }

    /** The columns by which people refer to a record. */
    static List<String> identifiers(CatalogTable table) {
        return IDENTIFIERS.stream().filter(table::has).toList();
    }

    /** An expression for what a record is called: its name, otherwise its key, ... */
    static String title(CatalogTable table, String alias) {
        var columns = TITLES.stream().filter(table::has).map(column -> alias + "." + SqlTokens.quote(column));
        var fallback = table.has("value") ? "value" : "id";
        var all = Stream.concat(columns, Stream.of("cast(" + alias + "." + fallback + " as text)"))
                .toList();
        return all.size() == 1 ? all.getFirst() : "coalesce(" + String.join(", ", all) + ")";
    }
}
