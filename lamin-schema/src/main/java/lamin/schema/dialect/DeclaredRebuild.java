package lamin.schema.dialect;

import lamin.schema.sql.SqlSyntax;
import static lamin.schema.sql.SqlTokens.quote;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Table;
import lamin.schema.sql.SqlTokens;

/**
 * A rebuild in the words of SQL, for those who carry it out without this engine. It holds what the chain knows; {@link
 * SqliteRebuild} looks at the live table besides.
 *
 * @param table the name of the table
 * @param create the statement that makes the second table
 * @param aside what the second table is called until it takes the place of the first
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
        String aside,
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
    public record Conversion(String type, String misfit) {
        static Conversion to(ColumnType type, String column) {
            return new Conversion(type.display(), Conversions.misfit(quote(column), type));
        }
    }

    public static DeclaredRebuild of(TableRebuild rebuild) {
        var before = rebuild.before();
        var after = rebuild.after();
        var name = after.name().flat();
        return new DeclaredRebuild(
                name,
                SqliteSql.createTable(after, aside(name), Spelling.OURS),
                aside(name),
                sources(rebuild),
                mandatory(rebuild),
                conversions(rebuild),
                before.columns().stream().map(Column::name).collect(Collectors.toSet()),
                before.foreignKeys().size(),
                checks(before),
                indexes(before),
                indexes(after),
                after.columns().stream().anyMatch(Column::identity));
    }

    static String aside(String table) {
        return "lamin_new_" + table;
    }

    private static Map<String, String> sources(TableRebuild rebuild) {
        var sources = new LinkedHashMap<String, String>();
        for (var column : rebuild.after().columns()) {
            var source = rebuild.sources().get(column.name());
            if (source != null && column.generatedAs() == null) {
                sources.put(column.name(), source);
            }
        }
        return sources;
    }

    private static Set<String> mandatory(TableRebuild rebuild) {
        return rebuild.after().columns().stream()
                .filter(column -> rebuild.mayBringNull(column, rebuild.sources().getOrDefault(column.name(), "NULL")))
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    private static Map<String, Conversion> conversions(TableRebuild rebuild) {
        return rebuild.converted().stream()
                .collect(Collectors.toMap(
                        column -> column,
                        column -> Conversion.to(
                                rebuild.after().column(column).orElseThrow().type(), column)));
    }

    private static int checks(Table table) {
        return (int)
                SqlTokens.significant(SqliteSql.createTable(table, table.name().flat(), Spelling.OURS), SqlSyntax.SQLITE)
                        .stream()
                        .filter(token -> token.text().equalsIgnoreCase("CHECK"))
                        .count();
    }

    private static List<String> indexes(Table table) {
        return SqliteSql.indexes(table).stream()
                .map(index -> SqliteSql.createIndex(table.name(), index))
                .toList();
    }
}
