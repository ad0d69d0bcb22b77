package lamin.cli.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lamin.cli.command.Wording;
import lamin.rehearsal.ColumnComparison;
import lamin.rehearsal.Rehearsal;
import lamin.rehearsal.TableComparison;
import lamin.schema.Remedy;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.internal.forecast.Loss;

/** Formats the result of a rehearsal as text. */
record RehearsalText(String slug, Rehearsal rehearsal, Wording wording) {
    private static final double MEBIBYTE = 1 << 20;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("copied " + slug + ": " + size() + " by " + way() + " in "
                + seconds(rehearsal.copy().duration()));
        rehearsal.deployed().applied().forEach(applied -> lines.add(AppliedMigration.text("deployed", applied)));
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

    /** A deploy that allows the losses found by the rehearsal. */
    static Remedy remedy(String slug, Rehearsal rehearsal) {
        var names = rehearsal.losses().stream().map(Loss::name).distinct().toList();
        return new OfInstance(slug, new AllowDrop(new Deploy(), names));
    }

    private List<String> losses() {
        var lines = new ArrayList<String>();
        rehearsal.losses().forEach(loss -> lines.add("lost: " + loss.describe()));
        if (!lines.isEmpty()) {
            lines.add(wording.line(remedy(slug, rehearsal)));
        }
        return lines;
    }
}
