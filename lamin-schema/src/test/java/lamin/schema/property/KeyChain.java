package lamin.schema.property;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lamin.schema.model.ColumnType;

/** Columns that foreign keys tie together, so that all have one type. */
final class KeyChain {
    private final Map<DraftColumn, DraftTable> tables = new LinkedHashMap<>();
    private final Draft draft;

    KeyChain(Draft draft, DraftTable table, DraftColumn column) {
        this.draft = draft;
        var open = new ArrayDeque<DraftColumn>();
        tables.put(column, table);
        open.add(column);
        while (!open.isEmpty()) {
            var next = open.remove();
            draft.tables.forEach(other -> other.references.forEach(key -> {
                for (int i = 0; i < key.columns.size(); i++) {
                    var end = key.columns.get(i);
                    var target = key.targetColumns.get(i);
                    if (next == end && tables.putIfAbsent(target, key.target) == null) {
                        open.add(target);
                    }
                    if (next == target && tables.putIfAbsent(end, other) == null) {
                        open.add(end);
                    }
                }
            }));
        }
    }

    /** Modules migrate one after the other, and so cannot change a type together. */
    boolean mayChange() {
        return draft.modules.size() == 1
                && tables.entrySet().stream().allMatch(entry -> mayChange(entry.getValue(), entry.getKey()));
    }

    private static boolean mayChange(DraftTable table, DraftColumn column) {
        return column.isPlain()
                && column.formerName != null
                && column.hasRows == table.hasRows
                && column.constants.isEmpty()
                && !table.isInFormula(column)
                && Stream.concat(Stream.of(column.type), column.types.stream())
                        .allMatch(type -> RandomColumns.isText(type) || RandomColumns.isInteger(type));
    }

    void change(ColumnType type) {
        for (var column : tables.keySet()) {
            column.type = type;
            column.defaultValue = null;
            column.collation = null;
        }
    }
}
