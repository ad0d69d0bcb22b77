package lamin.dataset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lamin.dataset.Violation.Rule;
import lamin.feature.FeatureTable;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.tablefile.TableColumn;
import lamin.tablefile.TableFile;
import lamin.tablefile.TableRow;
import lamin.tablefile.TableRows;

/** Checks one table. Only its columns, the first violations and the categories are kept in memory. */
final class TableCheck {
    private final Query query;
    private final TableFile table;
    private final StoredSchema schema;
    private final int most;

    /** @param most how many violations are kept */
    TableCheck(Query query, TableFile table, StoredSchema schema, int most) {
        this.query = query;
        this.table = table;
        this.schema = schema;
        this.most = most;
    }

    ValidatedTable run() throws SQLException {
        requireFeatures();
        try (var rows = table.open()) {
            var violations = new Violations(rows.unit(), most);
            Header.of(schema, rows.columns(), violations).check();
            var columns = columns(rows.columns(), violations);
            long observations = check(rows, columns, violations);
            return new ValidatedTable(
                    table.path(),
                    schema,
                    columns.values().stream().map(ColumnCheck::feature).toList(),
                    observations,
                    violations.first(),
                    violations.total(),
                    found(columns, ColumnCheck::labels),
                    found(columns, ColumnCheck::unknown));
        }
    }

    private void requireFeatures() {
        var itype = schema.rules().itype();
        if (itype == null || !itype.startsWith("Feature")) {
            throw new LaminException(
                    ErrorCode.FAILURE,
                    "schema " + schema.label() + " cannot be checked: "
                            + (itype == null
                                    ? "it is made of schemas for several parts"
                                    : "its columns are named after " + itype)
                            + "\nexpected a schema of features");
        }
    }

    /** The checks of columns by their position, in the order of the schema. */
    private Map<Integer, ColumnCheck> columns(List<TableColumn> columns, Violations violations) throws SQLException {
        var positions = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isIndex()) {
                positions.putIfAbsent(columns.get(i).name(), i);
            }
        }
        var isCoerced = schema.rules().isCoerced();
        var checks = new LinkedHashMap<Integer, ColumnCheck>();
        for (var feature : features(positions.keySet()).values()) {
            var position = positions.get(feature.name());
            if (position != null) {
                var type = columns.get(position).type();
                checks.put(position, new ColumnCheck(query, feature, type, isCoerced, violations));
            }
        }
        return checks;
    }

    private Map<String, StoredFeature> features(Set<String> names) throws SQLException {
        var features = new LinkedHashMap<String, StoredFeature>();
        schema.members().forEach(member -> features.put(member.feature().name(), member.feature()));
        if (schema.rules().isFlexible()) {
            for (var name : names) {
                if (!features.containsKey(name)) {
                    new FeatureTable(query).named(name).ifPresent(feature -> features.put(name, feature));
                }
            }
        }
        return features;
    }

    private static long check(TableRows rows, Map<Integer, ColumnCheck> columns, Violations violations)
            throws SQLException {
        var checks = new ArrayList<>(columns.entrySet());
        int width = rows.columns().size();
        long count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            count++;
            checkLength(row, width, violations);
            for (var column : checks) {
                int position = column.getKey();
                if (position < row.size()) {
                    column.getValue().check(row.cell(position), row.number());
                }
            }
        }
        return count;
    }

    private static void checkLength(TableRow row, int width, Violations violations) {
        if (row.size() != width) {
            violations.add(Rule.ROW_LENGTH, row.number(), null, "expected " + width + " cells, found " + row.size());
        }
    }

    private static <T> Map<StoredFeature, Set<T>> found(
            Map<Integer, ColumnCheck> columns, Function<ColumnCheck, Set<T>> values) {
        var found = new HashMap<StoredFeature, Set<T>>();
        for (var column : columns.values()) {
            if (!values.apply(column).isEmpty()) {
                found.put(column.feature(), Collections.unmodifiableSet(values.apply(column)));
            }
        }
        return found;
    }
}
