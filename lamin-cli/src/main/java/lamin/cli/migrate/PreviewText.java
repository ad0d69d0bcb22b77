package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.List;
import lamin.schema.deploy.Preview;
import lamin.schema.deploy.Preview.OfMigration;
import lamin.schema.deploy.Preview.OfOperation;
import lamin.schema.dialect.LockLevel;
import lamin.schema.dialect.TableWork;
import lamin.schema.sql.Flavour;

/** What a deploy would do, as a person reads it. */
final class PreviewText {
    private PreviewText() {}

    static List<String> of(Preview preview) {
        var lines = new ArrayList<String>();
        preview.migrations().forEach(migration -> add(lines, preview.flavour(), migration));
        return lines.isEmpty() ? List.of("nothing to deploy") : lines;
    }

    private static void add(List<String> lines, Flavour flavour, OfMigration migration) {
        var script = migration.script();
        lines.add(script + (script.isReversible() ? ", reversible" : ", not reversible"));
        migration.operations().forEach(operation -> lines.add("  " + line(flavour, operation)));
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

    private static String line(Flavour flavour, OfOperation operation) {
        var facts = new ArrayList<String>();
        operation.rows().ifPresent(rows -> facts.add(rows == 1 ? "1 row" : rows + " rows"));
        var impact = operation.impact();
        if (flavour == Flavour.POSTGRESQL && impact.lock() != LockLevel.NONE) {
            facts.add("lock " + impact.lock().sql() + " stops " + impact.lock().blocked());
        }
        if (flavour == Flavour.POSTGRESQL && impact.work() != TableWork.NONE) {
            facts.add(impact.work().description());
        }
        return operation.description() + (facts.isEmpty() ? "" : "  [" + String.join("; ", facts) + "]");
    }
}
