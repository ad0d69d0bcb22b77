package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.internal.database.TableWork;
import lamin.schema.internal.forecast.Preview;
import lamin.schema.internal.forecast.Preview.OfMigration;
import lamin.schema.internal.forecast.Preview.OfOperation;

/** Formats the effects of a deploy as text. */
final class PreviewText {
    private PreviewText() {}

    static List<String> of(Preview preview) {
        var lines = new ArrayList<String>();
        preview.migrations().forEach(migration -> add(lines, migration));
        return lines.isEmpty() ? List.of("nothing to deploy") : lines;
    }

    private static void add(List<String> lines, OfMigration migration) {
        var script = migration.script();
        lines.add(script + (script.isReversible() ? ", reversible" : ", not reversible"));
        migration.operations().forEach(operation -> lines.add("  " + line(operation)));
        lines.add("  SQL:");
        migration.sql().stream().flatMap(String::lines).forEach(line -> lines.add("    " + line));
        migration.renamings().forEach(renaming -> lines.add("  stays: " + renaming.describe()));
        migration.losses().forEach(loss -> lines.add("  would go: " + loss.name() + ", " + loss.amount()));
        for (var unfit : migration.unfit()) {
            lines.add("  does not fit: " + unfit.describe());
            lines.add("    " + unfit.remedy().text());
        }
        for (var finding : migration.findings()) {
            lines.add("  " + finding.rule().severity() + " " + finding.lines().getFirst());
            finding.lines().stream().skip(1).forEach(line -> lines.add("    " + line));
        }
    }

    private static String line(OfOperation operation) {
        var facts = new ArrayList<String>();
        operation.rows().ifPresent(rows -> facts.add(rows == 1 ? "1 row" : rows + " rows"));
        var impact = operation.impact();
        if (impact != null && impact.locks()) {
            facts.add("lock " + impact.lock() + " stops " + impact.blocked());
        }
        if (impact != null && impact.work() != TableWork.NONE) {
            facts.add(impact.work().description());
        }
        return operation.description() + (facts.isEmpty() ? "" : "  [" + String.join("; ", facts) + "]");
    }
}
