package lamin.cli.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.schema.deploy.DeployResult;
import lamin.schema.deploy.DeployResult.Applied;

/**
 * What a command prints of the migrations that it ran.
 *
 * @param key of the list in JSON
 * @param verb begins each line
 * @param nothing instead of lines when none ran
 */
record RunReport(String key, String verb, String nothing) {
    Object json(DeployResult result) {
        return Map.of(key, result.applied().stream().map(RunReport::json).toList());
    }

    private static Object json(Applied applied) {
        var map = new LinkedHashMap<String, Object>();
        map.put("module", applied.script().owner().module());
        map.put("revision", applied.script().revision());
        map.put("release", applied.script().info().release());
        map.put("duration_ms", applied.duration().toMillis());
        return map;
    }

    List<String> text(DeployResult result) {
        return result.applied().isEmpty()
                ? List.of(nothing)
                : result.applied().stream()
                        .map(applied -> verb + " " + applied.script() + " in "
                                + applied.duration().toMillis() + " ms")
                        .toList();
    }
}
