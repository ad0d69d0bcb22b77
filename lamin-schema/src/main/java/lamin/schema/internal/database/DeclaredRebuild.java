package lamin.schema.internal.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A rebuild in the words of SQL, for those who carry it out without this engine. It holds what the chain knows; a deploy looks at
 * the live table besides.
 *
 * @param table the name of the table
 * @param create the statement that makes the second table
 * @param temporaryName what the second table is called until it takes the place of the first
 * @param sources by column that is written, SQL over the old row
 * @param mandatory the columns among them that must not come to be NULL and might
 * @param conversions by column whose type changes, what a value that is none of it meets
 * @param columns of the table before
 * @param foreignKeys how many the table had before
 * @param checks how many the table had before, those of types included
 * @param indexesBefore the statements that made the indexes of the table before
 * @param indexes the statements that make those of the table after
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
     * A new type.
     *
     * @param misfit a condition on the new table that holds for values which the type cannot have
     */
    public record Conversion(String type, String misfit) {}
}
