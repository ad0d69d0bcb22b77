package lamin.catalog;

import lamin.schema.internal.sql.SqlTokens;

/** A column of a table. */
public record CatalogColumn(String name, ColumnKind kind) {
    /** The name for statements. */
    public String quoted() {
        return SqlTokens.quote(name);
    }
}
