package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import lamin.schema.model.Column;
import lamin.schema.model.Table;

/**
 * Finds which column after is which column before: by hint or decision, then name, then property; otherwise it asks.
 */
final class ColumnMatching {
    private final TablePair pair;
    private final TableMatching tables;
    private final Decisions decisions;
    private final SequencedMap<String, Column> gone = new LinkedHashMap<>();
    private final SequencedMap<String, Column> added = new LinkedHashMap<>();
    private final SequencedMap<String, String> renames = new LinkedHashMap<>();

    ColumnMatching(TablePair pair, TableMatching tables, Map<String, String> hints, Decisions decisions) {
        this.pair = pair;
        this.tables = tables;
        this.decisions = decisions;
        pair.before().columns().forEach(column -> gone.put(column.name(), column));
        pair.after().columns().forEach(column -> added.put(column.name(), column));
        matchHints(hints);
        matchDecisions();
        matchEndsOfLinks();
        matchExchanges();
        matchNames();
        matchProperties();
    }

    /** New names by old names. */
    SequencedMap<String, String> renames() {
        return renames;
    }

    /** Columns that are gone and whose name another column takes over. */
    List<String> inTheWay() {
        return renames.values().stream().filter(gone::containsKey).toList();
    }

    List<Question> questions() {
        var questions = new ArrayList<Question>();
        var candidates = new ColumnCandidates(pair, tables, renames);
        for (var before : gone.values()) {
            var object = object(before);
            if (!decisions.drops().contains(object)) {
                var found = candidates.of(before, added.values());
                if (found.stream().anyMatch(Candidate::isEqual)) {
                    questions.add(new Question.Rename(object, false, found));
                } else if (!decisions.allDrops()) {
                    questions.add(new Question.Drop(object, false, found, !added.isEmpty()));
                }
            }
        }
        return questions;
    }

    /** Repeats, since each match may free a name that another hint waits for. */
    private void matchHints(Map<String, String> hints) {
        var open = new TreeMap<>(hints);
        boolean found = !open.isEmpty();
        while (found) {
            found = open.entrySet().removeIf(hint -> matchHint(hint.getKey(), hint.getValue()));
        }
    }

    private boolean matchHint(String name, String former) {
        var after = added.get(name);
        if (after == null || gone.containsKey(name)) {
            return false;
        }
        var before = gone.values().stream()
                .filter(column -> column.property().equals(former))
                .findFirst()
                .or(() -> Optional.ofNullable(gone.get(former)));
        before.ifPresent(column -> match(column, after));
        return before.isPresent();
    }

    private void matchDecisions() {
        for (var before : List.copyOf(gone.values())) {
            Optional.ofNullable(decisions.renames().get(object(before)))
                    .map(added::get)
                    .ifPresent(after -> match(before, after));
        }
    }

    /** The columns of a link table are named after the entities at both ends and follow their renames. */
    private void matchEndsOfLinks() {
        if (!pair.before().entity().contains("_")) {
            return;
        }
        for (var key : pair.before().foreignKeys()) {
            tables.pairOf(key.target())
                    .filter(target -> !target.after().isOfEntity(target.before().entity()))
                    .ifPresent(target -> matchEnd(key.columns().getFirst(), target));
        }
    }

    private void matchEnd(String column, TablePair target) {
        for (var prefix : List.of("", "from_", "to_")) {
            var before = gone.get(prefix + endOf(target.before()));
            var after = added.get(prefix + endOf(target.after()));
            if (before != null && after != null && before.name().equals(column)) {
                match(before, after);
            }
        }
    }

    private static String endOf(Table table) {
        return table.entity().toLowerCase(Locale.ROOT) + "_id";
    }

    /**
     * Properties that exchanged their columns: no column is gone and none is new, but each property keeps its values.
     */
    private void matchExchanges() {
        var byProperty = new HashMap<String, Column>();
        added.values().forEach(column -> byProperty.putIfAbsent(column.property(), column));
        for (var first : List.copyOf(gone.values())) {
            circle(first, byProperty).forEach(this::match);
        }
    }

    private Map<Column, Column> circle(Column first, Map<String, Column> byProperty) {
        var circle = new LinkedHashMap<Column, Column>();
        var before = first;
        while (before != null && !circle.containsKey(before)) {
            var after = byProperty.get(before.property());
            if (after == null || after.name().equals(before.name()) || !isOfOneFamily(before, after)) {
                return Map.of();
            }
            circle.put(before, after);
            before = gone.get(after.name());
        }
        return first.equals(before) ? circle : Map.of();
    }

    private static boolean isOfOneFamily(Column before, Column after) {
        return TypeFamily.of(before.type()).equals(TypeFamily.of(after.type()));
    }

    private void matchNames() {
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(gone.get(after.name())).ifPresent(before -> match(before, after));
        }
    }

    private void matchProperties() {
        var byProperty = new HashMap<String, Column>();
        gone.values().forEach(column -> byProperty.putIfAbsent(column.property(), column));
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(byProperty.get(after.property()))
                    .filter(before -> gone.containsKey(before.name()))
                    .filter(before -> isOfOneFamily(before, after))
                    .ifPresent(before -> match(before, after));
        }
    }

    private void match(Column before, Column after) {
        gone.remove(before.name());
        added.remove(after.name());
        if (!before.name().equals(after.name())) {
            renames.put(before.name(), after.name());
        }
    }

    private String object(Column before) {
        return Decisions.column(pair.before().name(), before.name());
    }
}
