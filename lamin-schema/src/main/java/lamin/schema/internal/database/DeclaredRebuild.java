package lamin.schema.internal.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rebuild as SQL, to be carried out without this engine. It is based on the chain alone; a deploy also looks at the
 * live table.
 *
 * @param table the name of the table
 * @param create the statement that creates the second table
 * @param temporaryName the name of the second table until it replaces the first
 * @param sources SQL over the old row, by written column
 * @param mandatory those of the written columns that must not become NULL but might
 * @param conversions the new type and the check for unfit values, by column whose type changes
 * @param columns the columns of the table before
 * @param foreignKeys the number of foreign keys before
 * @param checks the number of checks before, including those of types
 * @param indexesBefore the statements that created the indexes of the table before
 * @param indexes the statements that create the indexes of the table after
 * @param isNumbered whether the database numbers the rows
 */
public record DeclaredRebuild(
        String table,
        String create,
        String temporaryName,
        Map<String, String> sources,
        Set<String> mandatory,
        Map<String, Conversion> conversions,
        Set<String> columns,
        int foreignKeys,
        int checks,
        List<String> indexesBefore,
        List<String> indexes,
        boolean isNumbered) {
    public DeclaredRebuild {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        mandatory = Collections.unmodifiableSet(new TreeSet<>(mandatory));
        conversions = Collections.unmodifiableMap(new TreeMap<>(conversions));
        columns = Collections.unmodifiableSet(new TreeSet<>(columns));
        indexesBefore = List.copyOf(indexesBefore);
        indexes = List.copyOf(indexes);
    }

    /**
     * The new type of a column.
     *
     * @param misfit a condition on the new table that holds for values that do not fit the type
     */
    public record Conversion(String type, String misfit) {}
}
