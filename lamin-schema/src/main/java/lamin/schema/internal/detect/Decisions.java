package lamin.schema.internal.detect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lamin.schema.model.TableName;

/**
 * The user's decisions about a change of the model. Objects are written as on the command line: {@code table} or
 * {@code table.column}, with their names before the change for renames and drops, and after it for fills.
 *
 * @param renames new names by old names
 * @param drops the objects to drop
 * @param fills SQL for rows that have no value of a NOT NULL column
 * @param allDrops whether every object that cannot be a rename may be dropped
 */
public record Decisions(Map<String, String> renames, Set<String> drops, Map<String, String> fills, boolean allDrops) {
    public static final Decisions NONE = new Decisions(Map.of(), Set.of(), Map.of(), false);

    public Decisions {
        renames = Map.copyOf(renames);
        drops = Set.copyOf(drops);
        fills = Map.copyOf(fills);
    }

    public Decisions withRename(String object, String newName) {
        var more = new LinkedHashMap<>(renames);
        more.put(object, newName);
        return new Decisions(more, drops, fills, allDrops);
    }

    public Decisions withDrop(String object) {
        var more = new LinkedHashSet<>(drops);
        more.add(object);
        return new Decisions(renames, more, fills, allDrops);
    }

    public Decisions withFill(String column, String sql) {
        var more = new LinkedHashMap<>(fills);
        more.put(column, sql);
        return new Decisions(renames, drops, more, allDrops);
    }

    public Decisions withAllDrops() {
        return new Decisions(renames, drops, fills, true);
    }

    static String column(TableName table, String column) {
        return table + "." + column;
    }
}
