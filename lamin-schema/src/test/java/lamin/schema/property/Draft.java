package lamin.schema.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Hints;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** A model that edits change in place. It knows which table and column is which, and so what the author has to answer. */
final class Draft {
    /** In the order in which they may depend on each other: later ones on earlier ones. */
    final List<String> modules;

    final List<DraftTable> tables = new ArrayList<>();
    final List<DraftSequence> sequences = new ArrayList<>();

    /** What the last step ended with. */
    private SchemaModel former = SchemaModel.EMPTY;

    /** Numbers for names that an author gives. */
    private int named;

    Draft(List<String> modules) {
        this.modules = List.copyOf(modules);
    }

    /** A name for a key, a check or an index; null where the author gives none. */
    @Nullable
    String nameOrNone(Dice dice) {
        return dice.chance(35) ? freshName() : null;
    }

    String freshName() {
        return "named_" + ++named;
    }

    SchemaModel former() {
        return former;
    }

    boolean mayDependOn(DraftTable table, DraftTable target) {
        return modules.indexOf(target.module) <= modules.indexOf(table.module);
    }

    Stream<DraftTable.Reference> referencesTo(DraftTable target) {
        return tables.stream().flatMap(table -> table.references.stream()).filter(key -> key.target == target);
    }

    /** Takes a table away, and the foreign keys to it. */
    void drop(DraftTable table) {
        tables.remove(table);
        tables.forEach(other -> other.references.removeIf(key -> key.target == table));
    }

    /** Takes a column away, and what is on it, in other tables too. */
    void drop(DraftTable table, DraftColumn column) {
        tables.forEach(
                other -> other.references.removeIf(key -> key.target == table && key.targetColumns.contains(column)));
        table.drop(column);
    }

    SchemaModel render() {
        sequences.removeIf(sequence -> !sequence.prune(tables));
        return SchemaModel.of(
                tables.stream().map(DraftTable::render).toList(),
                sequences.stream().map(DraftSequence::render).toList());
    }

    /** A step ends here: later edits are another migration. */
    void remember() {
        former = render();
        tables.forEach(DraftTable::remember);
    }

    /** Whether a new or renamed table can have this name without being taken for another. */
    boolean isFree(TableName name) {
        return tables.stream().noneMatch(table -> table.name.flat().equalsIgnoreCase(name.flat()));
    }

    boolean isFreeEntity(String module, String entity) {
        return tables.stream().noneMatch(table -> table.module.equals(module) && table.entity.equalsIgnoreCase(entity));
    }

    /** Whether it belonged to a table that is gone, for which a new one would be taken. */
    boolean isOfDropped(TableName name) {
        return former.tables().stream()
                .filter(table -> tables.stream().noneMatch(kept -> table.name().equals(kept.formerName)))
                .anyMatch(table -> table.name().flat().equals(name.flat()));
    }

    /** Everything that a person who made these edits answers. */
    Decisions decisions() {
        var decisions = Decisions.NONE;
        for (var before : former.tables()) {
            var after = tables.stream()
                    .filter(table -> before.name().equals(table.formerName))
                    .findFirst();
            if (after.isEmpty()) {
                decisions = decisions.withDrop(before.name().toString());
            } else {
                decisions = columns(decisions, before.name(), after.get());
            }
        }
        return fills(decisions);
    }

    /** What {@code @RenamedFrom} says to the same effect. */
    Hints hints() {
        var entities = new HashMap<TableName, String>();
        var properties = new HashMap<TableName, Map<String, String>>();
        for (var table : tables) {
            former.table(Objects.requireNonNullElse(table.formerName, table.name))
                    .filter(before -> table.formerName != null)
                    .ifPresent(before -> {
                        if (!before.name().equals(table.name) && before.module().equals(table.module)) {
                            entities.put(table.name, before.entity());
                        }
                        properties.put(table.name, formerProperties(before, table));
                    });
        }
        return new Hints(entities, properties);
    }

    private static Map<String, String> formerProperties(Table before, DraftTable after) {
        var former = new HashMap<String, String>();
        for (var column : after.columns) {
            Optional.ofNullable(column.formerName)
                    .filter(name -> !name.equals(column.name))
                    .flatMap(before::column)
                    .ifPresent(old -> former.put(column.name, old.property()));
        }
        return former;
    }

    private Decisions columns(Decisions start, TableName before, DraftTable after) {
        var decisions = before.equals(after.name) ? start : start.withRename(before.toString(), after.name.toString());
        for (var column : former.table(before).orElseThrow().columns()) {
            var object = before + "." + column.name();
            var kept = after.columns.stream()
                    .filter(candidate -> column.name().equals(candidate.formerName))
                    .findFirst();
            if (kept.isEmpty()) {
                decisions = decisions.withDrop(object);
            } else if (!kept.get().name.equals(column.name())) {
                decisions = decisions.withRename(object, kept.get().name);
            } else if (column.generatedAs() == null && kept.get().generatedAs != null) {
                decisions = decisions.withDrop(object);
            }
        }
        return decisions;
    }

    private Decisions fills(Decisions start) {
        var decisions = start;
        for (var table : tables) {
            for (var column : table.columns) {
                if (!column.nullable && column.isPlain()) {
                    decisions = decisions.withFill(table.name + "." + column.name, Values.fill(column));
                }
            }
        }
        return decisions;
    }
}
