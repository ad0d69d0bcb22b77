package lamin.schema.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Finds which table after is which table before: by hint or decision, by name, by entity; else it asks. */
final class TableMatching {
    private final SortedMap<TableName, Table> gone;
    private final SortedMap<TableName, Table> added;
    private final List<TablePair> pairs = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Decisions decisions;

    TableMatching(SchemaModel before, SchemaModel after, Hints hints, Decisions decisions) {
        this.gone = new TreeMap<>(before.byName());
        this.added = new TreeMap<>(after.byName());
        this.decisions = decisions;
        matchHints(hints);
        matchDecisions();
        matchNames();
        matchEntities();
        askForTheRest();
        pairs.sort(Comparator.comparing(pair -> pair.after().name()));
    }

    List<TablePair> pairs() {
        return pairs;
    }

    List<Table> created() {
        return List.copyOf(added.values());
    }

    List<Table> dropped() {
        return List.copyOf(gone.values());
    }

    List<Question> questions() {
        return questions;
    }

    /** New name by old one. */
    SortedMap<TableName, TableName> renames() {
        var renames = new TreeMap<TableName, TableName>();
        pairs.stream()
                .filter(TablePair::isRename)
                .forEach(pair -> renames.put(pair.before().name(), pair.after().name()));
        return renames;
    }

    private void matchHints(Hints hints) {
        hints.entities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(hint -> Optional.ofNullable(added.get(hint.getKey()))
                        .ifPresent(after -> goneOfEntity(after.module(), hint.getValue())
                                .ifPresent(before -> pair(before, after))));
    }

    private void matchDecisions() {
        for (var before : List.copyOf(gone.values())) {
            var newName = decisions.renames().get(before.name().toString());
            if (newName != null) {
                added.values().stream()
                        .filter(after -> after.name().toString().equals(newName)
                                || after.name().equals(before.name().renamed(newName)))
                        .findFirst()
                        .ifPresent(after -> pair(before, after));
            }
        }
    }

    private void matchNames() {
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(gone.get(after.name())).ifPresent(before -> pair(before, after));
        }
    }

    private void matchEntities() {
        for (var after : List.copyOf(added.values())) {
            goneOfEntity(after.module(), after.entity()).ifPresent(before -> pair(before, after));
        }
    }

    private Optional<Table> goneOfEntity(String module, String entity) {
        return gone.values().stream()
                .filter(before -> before.module().equals(module) && before.isOfEntity(entity))
                .findFirst();
    }

    private void pair(Table before, Table after) {
        gone.remove(before.name());
        added.remove(after.name());
        pairs.add(new TablePair(before, after));
    }

    private void askForTheRest() {
        for (var before : gone.values()) {
            var object = before.name().toString();
            if (decisions.drops().contains(object)) {
                continue;
            }
            var candidates = added.values().stream()
                    .filter(after -> isLikely(before, after))
                    .map(after -> after.name().toString())
                    .toList();
            if (!candidates.isEmpty()) {
                questions.add(new Question.Rename(object, true, candidates));
            } else if (!decisions.allDrops()) {
                questions.add(new Question.Drop(object));
            }
        }
    }

    private boolean isLikely(Table before, Table after) {
        return before.module().equals(after.module())
                && shapes(before).equals(shapes(after))
                && targets(before, gone.keySet(), before.name()).equals(targets(after, added.keySet(), after.name()));
    }

    private static List<String> shapes(Table table) {
        return table.columns().stream().map(TableMatching::shape).sorted().toList();
    }

    static String shape(Column column) {
        return column.type().display() + (column.nullable() ? "" : " not null");
    }

    /** The tables that it points to; one that may itself have been renamed counts as any other such. */
    private List<String> targets(Table table, Set<TableName> open, TableName self) {
        var renames = renames();
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .map(target -> target.equals(self) || open.contains(target)
                        ? "?"
                        : renames.getOrDefault(target, target).toString())
                .sorted()
                .toList();
    }
}
