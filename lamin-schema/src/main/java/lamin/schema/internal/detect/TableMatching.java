package lamin.schema.internal.detect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Finds which table after is which table before: by hint or decision, then entity, then name; otherwise it asks. Data
 * belong to the entity: if its table is renamed to another table's former name, they go with it.
 */
final class TableMatching {
    private final SortedMap<TableName, Table> gone;
    private final SortedMap<TableName, Table> added;
    private final Map<EntityName, Table> goneByEntity = new HashMap<>();
    private final Map<EntityName, Table> addedByEntity = new HashMap<>();
    private final SortedMap<TableName, TablePair> pairs = new TreeMap<>();
    private final Decisions decisions;

    TableMatching(SchemaModel before, SchemaModel after, Hints hints, Decisions decisions) {
        this.gone = new TreeMap<>(before.byName());
        this.added = new TreeMap<>(after.byName());
        this.decisions = decisions;
        gone.values().forEach(table -> goneByEntity.putIfAbsent(EntityName.of(table), table));
        added.values().forEach(table -> addedByEntity.putIfAbsent(EntityName.of(table), table));
        matchHints(hints);
        matchDecisions();
        matchCollections();
        matchEntities();
        matchNames();
        partOtherLinks();
    }

    /** The pairs by the name after. */
    List<TablePair> pairs() {
        return pairs.values().stream()
                .sorted(Comparator.comparing(pair -> pair.after().name()))
                .toList();
    }

    /** The pair of a table, by its name before. */
    Optional<TablePair> pairOf(TableName before) {
        return Optional.ofNullable(pairs.get(before));
    }

    List<Table> created() {
        return List.copyOf(added.values());
    }

    List<Table> dropped() {
        return List.copyOf(gone.values());
    }

    /** New names by old names. */
    SortedMap<TableName, TableName> renames() {
        var renames = new TreeMap<TableName, TableName>();
        pairs.values().stream()
                .filter(TablePair::isRename)
                .forEach(pair -> renames.put(pair.before().name(), pair.after().name()));
        return renames;
    }

    /** What can be asked now: collections follow the entities that they belong to. */
    List<Question> questions() {
        var candidates = new TableCandidates(gone, added, pairs());
        var questions = new TreeMap<TableName, Question>();
        for (var before : gone.values()) {
            question(before, candidates.of(before)).ifPresent(question -> questions.put(before.name(), question));
        }
        return questions.entrySet().stream()
                .filter(entry -> !waits(entry.getKey(), questions.keySet()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Optional<Question> question(Table before, List<Candidate> candidates) {
        var object = before.name().toString();
        if (decisions.drops().contains(object)) {
            return Optional.empty();
        }
        if (candidates.stream().anyMatch(Candidate::isEqual)) {
            return Optional.of(new Question.Rename(object, true, candidates));
        }
        return decisions.allDrops()
                ? Optional.empty()
                : Optional.of(new Question.Drop(object, true, candidates, !added.isEmpty()));
    }

    private boolean waits(TableName before, Set<TableName> open) {
        var table = Objects.requireNonNull(gone.get(before));
        return isOfCollection(table)
                && table.foreignKeys().stream()
                        .map(key -> gone.get(key.target()))
                        .anyMatch(target -> target != null && !isOfCollection(target) && open.contains(target.name()));
    }

    private static boolean isOfCollection(Table table) {
        return table.entity().contains("_");
    }

    /** Repeats, since each match may free a name that another hint waits for. */
    private void matchHints(Hints hints) {
        var open = new TreeMap<>(hints.entities());
        boolean found = true;
        while (found) {
            found = open.entrySet().removeIf(hint -> matchHint(hint.getKey(), hint.getValue()));
        }
    }

    private boolean matchHint(TableName name, String former) {
        var after = added.get(name);
        if (after == null || goneByEntity.containsKey(EntityName.of(after))) {
            return false;
        }
        var before = goneByEntity.get(EntityName.parse(former, after.module()));
        if (before == null) {
            return false;
        }
        pair(before, after);
        return true;
    }

    private void matchDecisions() {
        for (var before : List.copyOf(gone.values())) {
            var newName = decisions.renames().get(before.name().toString());
            if (newName != null) {
                Optional.ofNullable(added.get(TableName.parse(newName)))
                        .or(() -> Optional.ofNullable(added.get(before.name().renamed(newName))))
                        .ifPresent(after -> pair(before, after));
            }
        }
    }

    /** The table of a collection is named after the entity that owns it and follows its renames. */
    private void matchCollections() {
        var owners = new HashMap<EntityName, EntityName>();
        pairs.values().forEach(pair -> owners.put(EntityName.of(pair.before()), EntityName.of(pair.after())));
        for (var before : List.copyOf(gone.values())) {
            var entity = before.entity();
            for (int end = entity.indexOf('_'); end > 0; end = entity.indexOf('_', end + 1)) {
                var suffix = entity.substring(end + 1);
                Optional.ofNullable(owners.get(new EntityName(before.module(), entity.substring(0, end))))
                        .map(owner -> addedByEntity.get(owner.collection(suffix)))
                        .ifPresent(after -> pair(before, after));
            }
        }
    }

    private void matchEntities() {
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(goneByEntity.get(EntityName.of(after))).ifPresent(before -> pair(before, after));
        }
    }

    private void matchNames() {
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(gone.get(after.name())).ifPresent(before -> pair(before, after));
        }
    }

    /** Links to other rows than before are no longer those links, whatever their table is called. */
    private void partOtherLinks() {
        for (var pair : pairs()) {
            if (isOfLinks(pair.before())
                    && isOfLinks(pair.after())
                    && !targetsAfter(pair).equals(targets(pair.after()))) {
                pairs.remove(pair.before().name());
                gone.put(pair.before().name(), pair.before());
                added.put(pair.after().name(), pair.after());
            }
        }
    }

    /** Two references and, at most, a place in a list. */
    static boolean isOfLinks(Table table) {
        return isOfCollection(table)
                && table.foreignKeys().size() == 2
                && table.columns().size() <= 3
                && table.foreignKeys().stream().allMatch(key -> key.columns().size() == 1);
    }

    private static List<TableName> targets(Table table) {
        return table.foreignKeys().stream().map(ForeignKey::target).sorted().toList();
    }

    private List<TableName> targetsAfter(TablePair pair) {
        return pair.before().foreignKeys().stream()
                .map(ForeignKey::target)
                .map(target ->
                        pairOf(target).map(renamed -> renamed.after().name()).orElse(target))
                .sorted()
                .toList();
    }

    private void pair(Table before, Table after) {
        gone.remove(before.name());
        added.remove(after.name());
        goneByEntity.remove(EntityName.of(before), before);
        addedByEntity.remove(EntityName.of(after), after);
        pairs.put(before.name(), new TablePair(before, after));
    }
}
