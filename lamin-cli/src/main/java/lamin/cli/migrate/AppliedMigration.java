package lamin.cli.migrate;

import java.util.LinkedHashMap;
import lamin.schema.deploy.DeployResult.Applied;

/** Formats a migration that was run. */
final class AppliedMigration {
    private AppliedMigration() {}

    static String text(String verb, Applied applied) {
        return verb + " " + applied.script() + " in " + applied.duration().toMillis() + " ms";
    }

    static Object json(Applied applied) {
        var map = new LinkedHashMap<String, Object>();
        map.put("module", applied.script().owner().module());
        map.put("revision", applied.script().revision());
        map.put("release", applied.script().info().release());
        map.put("duration_ms", applied.duration().toMillis());
        return map;
    }
}
