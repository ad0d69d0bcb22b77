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
 * @param before what the chain knows of the table as the database has it
 * @param after what it becomes
 * @param sources by new column, SQL over the old row; a column that is left out takes its default
 * @param converted new columns of which the type changed: their values are looked at afterwards
 */
public record TableRebuild(Table before, Table after, Map<String, String> sources, Set<String> converted) {
    public TableRebuild {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        converted = Set.copyOf(converted);
    }

    /** Whether {@code source} may give NULL for a column that must not be. */
    public boolean mayBringNull(Column column, String source) {
        boolean mayBeNull = column.nullable() || column.identity() || column.generatedAs() != null;
        boolean wasNotNull = before.column(column.name())
                .filter(old -> !old.nullable() && source.equals(quote(column.name())))
                .isPresent();
        return !mayBeNull && !wasNotNull;
    }
}
