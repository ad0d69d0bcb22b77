package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.schema.detect.Decisions;
import picocli.CommandLine.Option;

/** What a person decides about a change of the model beforehand. */
final class DecisionOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or table.column was renamed, for example assay_notebook.v=version.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--drop", paramLabel = "OBJECT", description = "A table or table.column may go with what it holds.")
    private List<String> drops = new ArrayList<>();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=SQL",
            description = "The value of a NOT NULL table.column in rows that are there, as SQL.")
    private Map<String, String> fills = new LinkedHashMap<>();

    Decisions decisions() {
        var decisions = Decisions.NONE;
        for (var rename : renames.entrySet()) {
            decisions = decisions.withRename(rename.getKey(), rename.getValue());
        }
        for (var drop : drops) {
            decisions = decisions.withDrop(drop);
        }
        for (var fill : fills.entrySet()) {
            decisions = decisions.withFill(fill.getKey(), fill.getValue());
        }
        return decisions;
    }
}
