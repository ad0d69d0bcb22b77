package lamin.cli.migrate;

import java.util.List;
import java.util.Map;
import lamin.schema.deploy.DeployResult;

/**
 * Formats the migrations that a command ran.
 *
 * @param key the key of the list in JSON
 * @param verb the beginning of each line
 * @param nothing printed instead if no migration ran
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
