package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lamin.schema.internal.forecast.Loss;
import lamin.schema.internal.forecast.Preview;
import lamin.schema.internal.forecast.Preview.OfMigration;
import lamin.schema.internal.forecast.Preview.OfOperation;
import lamin.schema.internal.forecast.Renaming;
import lamin.schema.internal.forecast.ViolatingRows;
import lamin.schema.internal.lint.Finding;

/** Formats the effects of a deploy as JSON. */
final class PreviewJson {
    private PreviewJson() {}

    static Object of(Preview preview) {
        var map = new LinkedHashMap<String, Object>();
        map.put("dialect", preview.database());
        map.put("migrations", preview.migrations().stream().map(PreviewJson::of).toList());
        return map;
    }

    private static Map<String, Object> of(OfMigration migration) {
        var script = migration.script();
        var map = new LinkedHashMap<String, Object>();
        map.put("module", script.owner().module());
        map.put("revision", script.revision());
        map.put("release", script.info().release());
        map.put("reversible", script.isReversible());
        map.put(
                "operations",
                migration.operations().stream().map(PreviewJson::of).toList());
        map.put("sql", migration.sql());
        map.put("renames", migration.renamings().stream().map(PreviewJson::of).toList());
        map.put("losses", migration.losses().stream().map(PreviewJson::of).toList());
        map.put("unfit", migration.unfit().stream().map(PreviewJson::of).toList());
        map.put("findings", migration.findings().stream().map(PreviewJson::of).toList());
        return map;
    }

    private static Map<String, Object> of(OfOperation operation) {
        var map = new LinkedHashMap<String, Object>();
        map.put("operation", operation.description());
        operation.rows().ifPresent(rows -> map.put("rows", rows));
        var impact = operation.impact();
        if (impact != null) {
            map.put("lock", impact.lock());
            map.put("work", impact.work().name().toLowerCase(Locale.ROOT));
        }
        return map;
    }

    private static Map<String, Object> of(Renaming renaming) {
        var map = new LinkedHashMap<String, Object>();
        map.put("object", renaming.name());
        map.put("new_name", renaming.newName());
        map.put("rows", renaming.rows());
        map.put("samples", renaming.samples());
        return map;
    }

    private static Map<String, Object> of(Loss loss) {
        var map = new LinkedHashMap<String, Object>();
        map.put("object", loss.name());
        map.put("rows", loss.rows());
        map.put("samples", loss.samples());
        return map;
    }

    private static Map<String, Object> of(ViolatingRows unfit) {
        var map = new LinkedHashMap<String, Object>();
        map.put("demand", unfit.demand().toString());
        map.put("table", unfit.table().toString());
        map.put("object", unfit.object());
        map.put("rows", unfit.rows());
        map.put("samples", unfit.samples());
        map.put("text", unfit.describe());
        map.put("remedy", unfit.remedy().text());
        return map;
    }

    private static Map<String, Object> of(Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("rule", finding.rule().code());
        map.put("severity", finding.rule().severity().toString());
        map.put("subject", finding.subject());
        map.put("title", finding.rule().title());
        map.put("alternative", finding.rule().alternative());
        return map;
    }
}
