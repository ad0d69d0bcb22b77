package lamin.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.Violation.Rule;
import lamin.feature.StoredFeature;
import lamin.search.SimilarNames;

/** Checks the columns of a table by their names. */
record Header(StoredSchema schema, List<String> columns, Violations violations) {
    /** Columns that LaminDB adds to its own exports are allowed everywhere. */
    private static final String OWN_PREFIX = "__lamindb";

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
                var similar = new SimilarNames(columns).to(member.feature().name());
                var hint = similar.isEmpty() ? "" : "; the table has " + similar.getFirst();
                violations.add(Rule.MISSING_COLUMN, null, member.feature().name(), "required, but missing" + hint);
            }
        }
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
