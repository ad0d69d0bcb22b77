package lamin.cli.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.dataset.ColumnDraft;
import lamin.dataset.StoredSchema;

/** A schema that was drafted from a table, as text and as JSON. */
final class DraftText {
    private DraftText() {}

    static List<String> lines(List<ColumnDraft> columns) {
        return Columns.lines(columns.stream()
                .map(column -> List.of("  " + column.name(), column.dtype().toString(), remark(column)))
                .toList());
    }

    private static String remark(ColumnDraft column) {
        return (column.isKnown() ? "existing feature" : "new feature")
                + (column.isMissingValues() ? ", with missing values" : "");
    }

    static List<String> created(StoredSchema schema, String name, List<ColumnDraft> columns) {
        var first = name.equals(schema.name())
                ? "created schema " + name + "  " + schema.uid()
                : "the same schema exists as " + schema.label() + "  " + schema.uid();
        return Stream.concat(Stream.of(first), lines(columns).stream()).toList();
    }

    static Map<String, Object> json(StoredSchema schema, List<ColumnDraft> columns) {
        var map = new LinkedHashMap<String, Object>();
        map.put("uid", schema.uid());
        map.put("name", schema.label());
        map.put("hash", schema.hash());
        map.put("columns", columns.stream().map(DraftText::json).toList());
        return map;
    }

    private static Map<String, Object> json(ColumnDraft column) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", column.name());
        map.put("dtype", column.dtype().toString());
        map.put("new", !column.isKnown());
        map.put("missing_values", column.isMissingValues());
        return map;
    }
}
