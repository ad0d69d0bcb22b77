package lamin.dataset;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.Violation.Rule;
import lamin.feature.StoredFeature;
import lamin.search.SimilarNames;
import lamin.tablefile.TableColumn;

/**
 * Checks the columns of a table by their names.
 *
 * @param index the names of the columns that are its index
 */
record Header(StoredSchema schema, List<String> columns, List<String> index, Violations violations) {
    /** Columns that LaminDB adds to its own exports are allowed everywhere. */
    private static final String OWN_PREFIX = "__lamindb";

    static Header of(StoredSchema schema, List<TableColumn> columns, Violations violations) {
        var byKind = columns.stream()
                .collect(partitioningBy(TableColumn::isIndex, mapping(TableColumn::name, Collectors.toList())));
        return new Header(
                schema, byKind.getOrDefault(false, List.of()), byKind.getOrDefault(true, List.of()), violations);
    }

    void check() {
        duplicates();
        missing();
        if (schema.rules().isMaximalSet()) {
            unexpected();
        }
        if (schema.rules().isOrderedSet()) {
            order();
        }
    }

    private void duplicates() {
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!seen.add(column)) {
                violations.add(Rule.DUPLICATE_COLUMN, null, column, "the name occurs more than once");
            }
        }
    }

    private void missing() {
        for (var member : schema.members()) {
            if (isRequired(member) && !columns.contains(member.feature().name())) {
                var name = member.feature().name();
                violations.add(Rule.MISSING_COLUMN, null, name, "required, but missing" + hint(name));
            }
        }
    }

    private String hint(String name) {
        if (index.contains(name)) {
            return "; it is the index of the table, not a column";
        }
        var similar = new SimilarNames(columns).to(name);
        return similar.isEmpty() ? "" : "; the table has " + similar.getFirst();
    }

    private boolean isRequired(Member member) {
        return schema.rules().isMinimalSet() && !member.isOptional();
    }

    private void unexpected() {
        var known = members().keySet();
        for (var column : columns) {
            if (!known.contains(column) && !column.startsWith(OWN_PREFIX)) {
                violations.add(
                        Rule.UNEXPECTED_COLUMN, null, column, "not in the schema, which allows no other columns");
            }
        }
    }

    private void order() {
        var expected = new ArrayList<>(members().keySet());
        expected.retainAll(columns);
        var found = new ArrayList<>(columns);
        found.retainAll(expected);
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            if (!expected.get(i).equals(found.get(i))) {
                violations.add(
                        Rule.COLUMN_ORDER, null, found.get(i), "out of order: expected " + expected.get(i) + " here");
                return;
            }
        }
    }

    private Map<String, StoredFeature> members() {
        var members = new LinkedHashMap<String, StoredFeature>();
        schema.members().forEach(member -> members.put(member.feature().name(), member.feature()));
        return members;
    }
}
