package lamin.schema.internal.sqlite.translation;

import static lamin.schema.internal.sql.SqlTokens.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.internal.database.TableRebuild;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/**
 * Statements that fail where a script would lose or break what no migration made. A deploy looks at the live table and keeps
 * it; a script is made without a database and knows only what the chain declares.
 */
public final class ScriptGuards {
    private final String table;
    private final List<String> cases = new ArrayList<>();

    private ScriptGuards(String table) {
        this.table = table;
    }

    /** Before a rebuild: columns, foreign keys, checks, indexes, triggers and views beyond the declared ones. */
    public static List<String> of(TableRebuild rebuild) {
        var before = rebuild.before();
        var guards = new ScriptGuards(rebuild.after().name().flat());
        guards.refuseColumns(before);
        guards.refuseForeignKeys(before.foreignKeys().size());
        guards.refuseChecks(before);
        guards.refuseIndexes(before);
        guards.refuseMentions("type IN ('trigger', 'view')", guards.table, "would lose or break it");
        return guards.statement();
    }

    /** Before a table is dropped: foreign keys, triggers and views elsewhere that need it. */
    public static List<String> ofDrop(String table) {
        var guards = new ScriptGuards(table);
        guards.refuse(
                "EXISTS (SELECT 1 FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table' AND"
                        + " lower(m.name) <> " + guards.name() + " AND lower(k.\"table\") = " + guards.name() + ")",
                "a foreign key of another table points to table " + table + ", which is to be dropped");
        guards.refuseMentions(
                "type IN ('trigger', 'view') AND lower(tbl_name) <> " + guards.name(), table, "would break it");
        return guards.statement();
    }

    /** Before a column is dropped in place: SQLite looks into views, but not into triggers. */
    public static List<String> ofDrop(String table, String column) {
        var guards = new ScriptGuards(table);
        guards.refuseMentions("type = 'trigger' AND " + mentions(table), column, "would break it");
        return guards.statement();
    }

    private void refuseColumns(Table before) {
        var names = before.columns().stream().map(Column::name).toList();
        refuse(
                "EXISTS (SELECT 1 FROM pragma_table_xinfo(" + literal(table) + ") WHERE lower(name) NOT IN ("
                        + literals(names.stream()) + "))",
                "table " + table
                        + " has a column that no migration made: a deploy keeps it, this script would lose it");
    }

    private void refuseForeignKeys(int declared) {
        refuse(
                "(SELECT count(DISTINCT id) FROM pragma_foreign_key_list(" + literal(table) + ")) > " + declared,
                "table " + table + " has a foreign key that no migration made");
    }

    /** The word is counted in the statements, also where it is part of a name: that is the same in both. */
    private void refuseChecks(Table before) {
        var statement = SqliteSql.createTable(before, before.name().flat(), DeclaredForm.OURS)
                .toLowerCase(Locale.ROOT);
        int declared = statement.split("check", -1).length - 1;
        refuse(
                "(SELECT length(sql) - length(replace(lower(sql), 'check', '')) FROM sqlite_master WHERE type = 'table'"
                        + " AND lower(name) = " + name() + ") > " + declared * "check".length(),
                "table " + table + " has a check that no migration made");
    }

    private void refuseIndexes(Table before) {
        var indexes = SqliteSql.indexes(before);
        var names = indexes.stream().map(index -> index.nameIn(before.name()));
        long unique = indexes.stream().filter(index -> index.unique()).count();
        var list = "pragma_index_list(" + literal(table) + ")";
        refuse(
                "EXISTS (SELECT 1 FROM " + list + " WHERE origin = 'c' AND lower(name) NOT IN (" + literals(names)
                        + ")) OR (SELECT count(*) FROM " + list + " WHERE origin <> 'pk' AND \"unique\") > " + unique,
                "table " + table + " has an index that no migration made");
    }

    private void refuseMentions(String which, String word, String effect) {
        refuse(
                "EXISTS (SELECT 1 FROM sqlite_master WHERE " + which + " AND " + mentions(word) + ")",
                "a trigger or view mentions "
                        + (word.equals(table) ? "table " + table : "column " + word + " of " + table)
                        + ", and this script " + effect);
    }

    /** Word by word, quoted or not; a trigger may name its table in a string. */
    private static String mentions(String word) {
        var pattern = word.toLowerCase(Locale.ROOT).replaceAll("[\\[*?]", "[$0]");
        return "' ' || lower(sql) || ' ' GLOB " + literal("*[^a-z0-9_]" + pattern + "[^a-z0-9_]*");
    }

    private String name() {
        return literal(table.toLowerCase(Locale.ROOT));
    }

    private static String literals(Stream<String> names) {
        Set<String> sorted =
                names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
        return sorted.stream().map(name -> literal(name)).collect(Collectors.joining(", "));
    }

    /** SQLite has no statement that fails with a text; the path of a JSON function comes nearest, which is in its message. */
    private void refuse(String condition, String message) {
        cases.add("WHEN " + condition + " THEN json_extract('{}', " + literal(message) + ")");
    }

    private List<String> statement() {
        return List.of(
                "-- fails where table " + table
                        + " has, or is mentioned by, what this script would lose and a deploy keeps",
                "SELECT CASE " + String.join(" ", cases) + " END;");
    }
}
