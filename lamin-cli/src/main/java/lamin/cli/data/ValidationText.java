package lamin.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.dataset.ValidatedTable;
import lamin.dataset.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The result of a validation as text and as JSON.
 *
 * @param name how the user named the table
 */
record ValidationText(String name, ValidatedTable table) {
    private static final int MOST_SHOWN = 20;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(name + (table.isValid() ? " is valid: " : " breaks schema " + label() + ": ") + summary());
        table.violations().stream()
                .limit(MOST_SHOWN)
                .map(violation -> "  " + violation)
                .forEach(lines::add);
        long more =
                table.violationCount() - Math.min(MOST_SHOWN, table.violations().size());
        if (more > 0) {
            lines.add("  and " + more + " more; --json lists "
                    + table.violations().size());
        }
        return lines;
    }

    private String label() {
        return table.schema().label();
    }

    private String summary() {
        var rows = table.observations() == 1 ? "1 row" : table.observations() + " rows";
        if (table.isValid()) {
            return rows + ", " + table.columns().size() + " columns of schema " + label();
        }
        return (table.violationCount() == 1 ? "1 violation" : table.violationCount() + " violations") + " in " + rows;
    }

    Map<String, Object> json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("table", name);
        map.put("schema", Map.of("uid", table.schema().uid(), "name", label()));
        map.put("valid", table.isValid());
        map.put("n_observations", table.observations());
        map.put("violations", table.violationCount());
        map.put("listed", table.violations().stream().map(ValidationText::json).toList());
        return map;
    }

    private static Map<String, @Nullable Object> json(Violation violation) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("rule", violation.rule().name().toLowerCase(Locale.ROOT));
        map.put(violation.unit().toString(), violation.row());
        map.put("column", violation.column());
        map.put("message", violation.message());
        return map;
    }
}
