package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lamin.cli.command.Wording;
import lamin.rehearsal.ColumnComparison;
import lamin.rehearsal.Rehearsal;
import lamin.rehearsal.TableComparison;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.model.Column;
import org.jspecify.annotations.Nullable;

/** Formats the result of a rehearsal as JSON. */
record RehearsalJson(String slug, Rehearsal rehearsal, Wording wording) {
    Map<String, Object> object() {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", slug);
        map.put("copy", copy());
        map.put(
                "migrations",
                rehearsal.deployed().applied().stream()
                        .map(AppliedMigration::json)
                        .toList());
        map.put(
                "changed_tables",
                rehearsal.changedTables().stream().map(RehearsalJson::json).toList());
        map.put("tables", rehearsal.tables().size());
        map.put("rows_before", rehearsal.rowsBefore());
        map.put("rows_after", rehearsal.rowsAfter());
        map.put("dangling_before", rehearsal.danglingBefore());
        map.put("dangling_after", rehearsal.danglingAfter());
        map.put("losses", rehearsal.losses().stream().map(RehearsalJson::json).toList());
        map.put(
                "remedies",
                wording.json(
                        rehearsal.losses().isEmpty() ? List.of() : List.of(RehearsalText.remedy(slug, rehearsal))));
        map.put("duration_ms", rehearsal.duration().toMillis());
        return map;
    }

    private Map<String, Object> copy() {
        var map = new LinkedHashMap<String, Object>();
        map.put("way", rehearsal.copy().way().name().toLowerCase(Locale.ROOT));
        map.put("bytes", rehearsal.copy().bytes());
        map.put("duration_ms", rehearsal.copy().duration().toMillis());
        return map;
    }

    private static Object json(TableComparison table) {
        var map = new LinkedHashMap<String, Object>();
        map.put("before", text(table.before()));
        map.put("after", text(table.after()));
        map.put("rows_before", table.rowsBefore());
        map.put("rows_after", table.rowsAfter());
        map.put("columns", table.columns().stream().map(RehearsalJson::json).toList());
        return map;
    }

    private static Object json(ColumnComparison column) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("before", name(column.before()));
        map.put("after", name(column.after()));
        map.put("altered", column.isAltered());
        map.put("same_values", column.sameValues());
        return map;
    }

    private static Object json(Loss loss) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", loss.name());
        map.put("rows", loss.rows());
        map.put("revision", loss.script().revision());
        return map;
    }

    private static @Nullable String name(@Nullable Column column) {
        return column == null ? null : column.name();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
