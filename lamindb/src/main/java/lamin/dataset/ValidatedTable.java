package lamin.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamin.feature.StoredFeature;
import lamin.label.StoredLabel;

/**
 * The result of checking a table.
 *
 * @param columns the features that the table has columns for
 * @param observations the number of rows
 * @param violations the first ones
 * @param violationCount the number of all
 * @param labels the values of categorical columns; those with very many values are left out
 * @param unknown the values of categorical columns that are in no registry
 */
public record ValidatedTable(
        Path file,
        StoredSchema schema,
        List<StoredFeature> columns,
        long observations,
        List<Violation> violations,
        long violationCount,
        Map<StoredFeature, Set<StoredLabel>> labels,
        Map<StoredFeature, Set<String>> unknown) {
    public ValidatedTable {
        columns = List.copyOf(columns);
        violations = List.copyOf(violations);
        labels = Map.copyOf(labels);
        unknown = Map.copyOf(unknown);
    }

    public boolean isValid() {
        return violationCount == 0;
    }
}
