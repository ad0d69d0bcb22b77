package lamin.schema.internal.database;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/**
 * A table that is rebuilt with its rows.
 *
 * @param before the table before, as the chain describes it
 * @param after the table after
 * @param sources SQL over the old row, by new column; an omitted column takes its default
 * @param converted new columns whose type changed; their values are checked afterwards
 */
public record TableRebuild(Table before, Table after, Map<String, String> sources, Set<String> converted) {
    public TableRebuild {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        converted = Set.copyOf(converted);
    }

    /** Whether {@code source} may yield NULL for a NOT NULL column. */
    public boolean mayBringNull(Column column, String source) {
        boolean mayBeNull = column.nullable() || column.identity() || column.generatedAs() != null;
        boolean wasNotNull = before.column(column.name())
                .filter(old -> !old.nullable() && source.equals(quote(column.name())))
                .isPresent();
        return !mayBeNull && !wasNotNull;
    }
}
