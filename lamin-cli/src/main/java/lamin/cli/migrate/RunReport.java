package lamin.cli.migrate;

import java.util.List;
import java.util.Map;
import lamin.schema.deploy.DeployResult;

/**
 * What a command prints of the migrations that it ran.
 *
 * @param key of the list in JSON
 * @param verb begins each line
 * @param nothing instead of lines when none ran
 */
record RunReport(String key, String verb, String nothing) {
    Object json(DeployResult result) {
        return Map.of(key, result.applied().stream().map(AppliedMigration::json).toList());
    }

    List<String> text(DeployResult result) {
        return result.applied().isEmpty()
                ? List.of(nothing)
                : result.applied().stream()
                        .map(applied -> AppliedMigration.text(verb, applied))
                        .toList();
    }
}
