package lamin.cli.migrate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import lamin.schema.internal.database.TableWork;
import lamin.schema.internal.forecast.Preview;
import lamin.schema.internal.forecast.Preview.OfMigration;
import lamin.schema.internal.forecast.Preview.OfOperation;
import lamin.schema.internal.lint.Finding;
import lamin.schema.internal.lint.Rule;

/** Formats the effects of a deploy as text. */
final class PreviewText {
    private PreviewText() {}

    static List<String> of(Preview preview) {
        var lines = new ArrayList<String>();
        var explained = EnumSet.noneOf(Rule.class);
        preview.migrations().forEach(migration -> add(lines, migration, explained));
        return lines.isEmpty() ? List.of("nothing to deploy") : lines;
    }

    private static void add(List<String> lines, OfMigration migration, Set<Rule> explained) {
        var script = migration.script();
        lines.add(script + (script.isReversible() ? ", reversible" : ", not reversible"));
        migration.operations().forEach(operation -> lines.add("  " + line(operation)));
        lines.add("  SQL:");
        migration.sql().stream().flatMap(String::lines).forEach(line -> lines.add("    " + line));
        migration.renamings().forEach(renaming -> lines.add("  stays: " + renaming.describe()));
        migration.losses().forEach(loss -> lines.add("  would lose: " + loss.name() + ", " + loss.amount()));
        for (var unfit : migration.unfit()) {
            lines.add("  does not fit: " + unfit.describe());
            lines.add("    " + unfit.remedy().text());
        }
        migration.findings().stream()
                .collect(groupingBy(Finding::rule, TreeMap::new, toList()))
                .forEach((rule, findings) -> {
                    findings.forEach(finding -> lines.add(
                            "  " + rule.severity() + " " + finding.lines().getFirst()));
                    if (explained.add(rule)) {
                        findings.getFirst().lines().stream().skip(1).forEach(line -> lines.add("    " + line));
                    }
                });
    }

    private static String line(OfOperation operation) {
        var facts = new ArrayList<String>();
        operation.rows().ifPresent(rows -> facts.add(rows == 1 ? "1 row" : rows + " rows"));
        var impact = operation.impact();
        if (impact != null && impact.locks()) {
            facts.add(impact.lock() + " lock blocks " + impact.blocked());
        }
        if (impact != null && impact.work() != TableWork.NONE) {
            facts.add(impact.work().description());
        }
        return operation.description() + (facts.isEmpty() ? "" : "  [" + String.join("; ", facts) + "]");
    }
}
