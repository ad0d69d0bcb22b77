package lamin.cli.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamin.authoring.Comparison;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.CheckModule;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.model.SchemaModel;
import picocli.CommandLine.Option;

/** The user's decisions about a change of the model, given as options. */
final class DecisionOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or table.column was renamed, for example assay_notebook.v=version.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(
            names = "--drop",
            paramLabel = "OBJECT",
            description = "Allow dropping a table or table.column with its contents.")
    private List<String> drops = new ArrayList<>();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=SQL",
            description = {
                "The value of a NOT NULL table.column in existing rows, as SQL;",
                "of a dropped one for rows that exist when it comes back."
            })
    private Map<String, String> fills = new LinkedHashMap<>();

    /**
     * The decisions, for a change of these models.
     *
     * @throws LaminException if a decision names an object that does not exist, because a typing error must not count
     *     as a decision
     */
    Decisions decisions(Comparison comparison) {
        var unknown = new ArrayList<String>();
        var before = objects(comparison.scripts());
        var after = objects(comparison.entities());
        renames.forEach((object, newName) -> {
            if (!before.contains(object) || !isThere(object, newName, after)) {
                unknown.add("--rename " + object + "=" + newName);
            }
        });
        drops.stream().filter(object -> !before.contains(object)).forEach(object -> unknown.add("--drop " + object));
        fills.forEach((column, sql) -> {
            boolean isColumn = after.contains(column) || before.contains(column);
            if (!isColumn || sql.isBlank()) {
                unknown.add("--fill " + column + "=" + sql);
            }
        });
        if (!unknown.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "nothing fits " + String.join(", ", unknown)
                            + "\nrename and drop name what the scripts have, fill a column of either and its SQL",
                    new CheckModule());
        }
        return decisions();
    }

    private static Set<String> objects(SchemaModel model) {
        var objects = new HashSet<String>();
        for (var table : model.tables()) {
            objects.add(table.name().toString());
            table.columns().forEach(column -> objects.add(table.name() + "." + column.name()));
        }
        return objects;
    }

    /** A column's new name is given without its table, which may also have a new name. */
    private static boolean isThere(String object, String newName, Set<String> after) {
        return object.contains(".")
                ? after.stream().anyMatch(candidate -> candidate.endsWith("." + newName))
                : after.contains(newName);
    }

    private Decisions decisions() {
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
