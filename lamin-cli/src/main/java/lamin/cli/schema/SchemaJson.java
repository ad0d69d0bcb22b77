package lamin.cli.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.SchemaView;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/** The tables of a view as JSON values. */
final class SchemaJson {
    private final SchemaView view;

    private SchemaJson(SchemaView view) {
        this.view = view;
    }

    static Map<String, Object> of(SchemaView view) {
        return new SchemaJson(view).map();
    }

    private Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        map.put("versions", view.versions());
        map.put(
                "tables",
                view.model().tables().stream()
                        .filter(table -> view.module() == null || table.module().equals(view.module()))
                        .map(this::table)
                        .toList());
        return map;
    }

    private Map<String, Object> table(Table table) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", table.name().toString());
        map.put("module", table.module());
        if (!view.tablesOnly()) {
            map.put(
                    "columns",
                    table.columns().stream()
                            .map(column -> column(table, column))
                            .toList());
            map.put("foreign_keys", foreignKeys(table));
        }
        return map;
    }

    private static Map<String, Object> column(Table table, Column column) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", column.name());
        map.put("type", column.type().display());
        map.put("nullable", column.nullable());
        map.put("primary_key", table.isPrimaryKey(column.name()));
        return map;
    }

    private static List<Map<String, Object>> foreignKeys(Table table) {
        var keys = new ArrayList<Map<String, Object>>();
        for (var key : table.foreignKeys()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("columns", key.columns());
            map.put("target", key.target().toString());
            map.put("target_columns", key.targetColumns());
            keys.add(map);
        }
        return keys;
    }
}
