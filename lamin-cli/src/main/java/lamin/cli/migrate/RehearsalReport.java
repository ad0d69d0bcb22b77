package lamin.cli.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.rehearsal.ColumnComparison;
import lamin.rehearsal.Rehearsal;
import lamin.rehearsal.TableComparison;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.Loss;
import lamin.schema.model.Column;
import org.jspecify.annotations.Nullable;

/** What a rehearsal on an instance showed, for people and for programs. */
record RehearsalReport(String slug, Rehearsal rehearsal) {
    private static final double MEBIBYTE = 1 << 20;

    List<String> text() {
        var lines = new ArrayList<String>();
        lines.add("copied " + slug + ": " + size() + " by " + way() + " in "
                + seconds(rehearsal.copy().duration()));
        rehearsal
                .deployed()
                .applied()
                .forEach(applied -> lines.add("deployed " + applied.script() + " in "
                        + applied.duration().toMillis() + " ms"));
        lines.addAll(tables());
        lines.add("rows: " + number(rehearsal.rowsBefore()) + " before, " + number(rehearsal.rowsAfter()) + " after in "
                + rehearsal.tables().size() + " tables, "
                + rehearsal.changedTables().size() + " of them changed");
        lines.add("dangling foreign keys: " + number(rehearsal.danglingBefore()) + " before, "
                + number(rehearsal.danglingAfter()) + " after");
        lines.addAll(losses());
        lines.add(slug + " was left as it is; all of this took " + seconds(rehearsal.duration()));
        return lines;
    }

    private String size() {
        return String.format(Locale.ROOT, "%.1f MiB", rehearsal.copy().bytes() / MEBIBYTE);
    }

    private String way() {
        return switch (rehearsal.copy().way()) {
            case BACKUP -> "a backup";
            case TEMPLATE -> "the server";
            case DUMP -> "pg_dump";
        };
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private List<String> tables() {
        var changed = rehearsal.changedTables();
        int names =
                changed.stream().mapToInt(table -> table.name().length()).max().orElse(0);
        int counts =
                changed.stream().mapToInt(table -> rows(table).length()).max().orElse(0);
        return changed.stream()
                .map(table ->
                        "  " + table.name() + " ".repeat(names - table.name().length()) + "  "
                                + " ".repeat(counts - rows(table).length()) + rows(table) + " rows  " + columns(table))
                .map(String::stripTrailing)
                .toList();
    }

    private static String rows(TableComparison table) {
        return table.rowsBefore() == table.rowsAfter()
                ? number(table.rowsAfter())
                : number(table.rowsBefore()) + " -> " + number(table.rowsAfter());
    }

    private static String columns(TableComparison table) {
        return table.columns().stream().map(ColumnComparison::describe).collect(Collectors.joining("; "));
    }

    private List<String> losses() {
        var lines = new ArrayList<String>();
        rehearsal.losses().forEach(loss -> lines.add("lost: " + loss.describe()));
        if (!lines.isEmpty()) {
            lines.add("if that is meant: lamin migrate deploy --instance " + slug
                    + rehearsal.losses().stream()
                            .map(loss -> " --allow-drop " + loss.name())
                            .distinct()
                            .collect(Collectors.joining()));
        }
        return lines;
    }

    Map<String, Object> json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("instance", slug);
        map.put("copy", copy());
        map.put(
                "migrations",
                rehearsal.deployed().applied().stream()
                        .map(RehearsalReport::json)
                        .toList());
        map.put(
                "changed_tables",
                rehearsal.changedTables().stream().map(RehearsalReport::json).toList());
        map.put("tables", rehearsal.tables().size());
        map.put("rows_before", rehearsal.rowsBefore());
        map.put("rows_after", rehearsal.rowsAfter());
        map.put("dangling_before", rehearsal.danglingBefore());
        map.put("dangling_after", rehearsal.danglingAfter());
        map.put("losses", rehearsal.losses().stream().map(RehearsalReport::json).toList());
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

    private static Object json(DeployResult.Applied applied) {
        var map = new LinkedHashMap<String, Object>();
        map.put("module", applied.script().owner().module());
        map.put("revision", applied.script().revision());
        map.put("release", applied.script().info().release());
        map.put("duration_ms", applied.duration().toMillis());
        return map;
    }

    private static Object json(TableComparison table) {
        var map = new LinkedHashMap<String, Object>();
        map.put("before", text(table.before()));
        map.put("after", text(table.after()));
        map.put("rows_before", table.rowsBefore());
        map.put("rows_after", table.rowsAfter());
        map.put("columns", table.columns().stream().map(RehearsalReport::json).toList());
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
