package lamin.schema.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnType;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/** Finds which column after is which column before: by hint or decision, by name, by property; else it asks. */
final class ColumnMatching {
    private final TablePair tables;
    private final Map<TableName, TableName> tableRenames;
    private final Decisions decisions;
    private final SequencedMap<String, Column> gone = new LinkedHashMap<>();
    private final SequencedMap<String, Column> added = new LinkedHashMap<>();
    private final SequencedMap<String, String> renames = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();

    ColumnMatching(
            TablePair tables, Map<TableName, TableName> tableRenames, Map<String, String> hints, Decisions decisions) {
        this.tables = tables;
        this.tableRenames = tableRenames;
        this.decisions = decisions;
        tables.before().columns().forEach(column -> gone.put(column.name(), column));
        tables.after().columns().forEach(column -> added.put(column.name(), column));
        matchHints(hints);
        matchDecisions();
        matchNames();
        matchProperties();
        askForTheRest();
    }

    /** New name by old one. */
    SequencedMap<String, String> renames() {
        return renames;
    }

    List<Question> questions() {
        return questions;
    }

    private void matchHints(Map<String, String> hints) {
        for (var after : List.copyOf(added.values())) {
            var earlier = hints.get(after.name());
            if (earlier != null) {
                gone.values().stream()
                        .filter(before -> before.property().equals(earlier)
                                || before.name().equals(earlier))
                        .findFirst()
                        .ifPresent(before -> pair(before, after));
            }
        }
    }

    private void matchDecisions() {
        for (var before : List.copyOf(gone.values())) {
            Optional.ofNullable(decisions.renames().get(object(before)))
                    .map(added::get)
                    .ifPresent(after -> pair(before, after));
        }
    }

    private void matchNames() {
        for (var after : List.copyOf(added.values())) {
            Optional.ofNullable(gone.get(after.name())).ifPresent(before -> pair(before, after));
        }
    }

    private void matchProperties() {
        for (var after : List.copyOf(added.values())) {
            gone.values().stream()
                    .filter(before -> before.property().equals(after.property()))
                    .filter(before -> isConvertible(before.type(), after.type()))
                    .findFirst()
                    .ifPresent(before -> pair(before, after));
        }
    }

    private void pair(Column before, Column after) {
        gone.remove(before.name());
        added.remove(after.name());
        if (!before.name().equals(after.name())) {
            renames.put(before.name(), after.name());
        }
    }

    private void askForTheRest() {
        for (var before : gone.values()) {
            if (decisions.drops().contains(object(before))) {
                continue;
            }
            var candidates = added.values().stream()
                    .filter(after -> isLikely(before, after))
                    .map(Column::name)
                    .toList();
            if (!candidates.isEmpty()) {
                questions.add(new Question.Rename(object(before), false, candidates));
            } else if (!decisions.allDrops()) {
                questions.add(new Question.Drop(object(before)));
            }
        }
    }

    private boolean isLikely(Column before, Column after) {
        return TableMatching.shape(before).equals(TableMatching.shape(after))
                && (before.generatedAs() == null) == (after.generatedAs() == null)
                && target(tables.before(), before)
                        .map(name -> tableRenames.getOrDefault(name, name))
                        .equals(target(tables.after(), after));
    }

    private static Optional<TableName> target(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .map(ForeignKey::target)
                .findFirst();
    }

    private String object(Column before) {
        return Decisions.column(tables.before().name(), before.name());
    }

    /** Whether values of one type can be read as the other. */
    private static boolean isConvertible(ColumnType from, ColumnType to) {
        return from.equals(to) || family(from).equals(family(to));
    }

    private static String family(ColumnType type) {
        return switch (type) {
            case ColumnType.Int16 ignored -> "number";
            case ColumnType.Int32 ignored -> "number";
            case ColumnType.Int64 ignored -> "number";
            case ColumnType.Decimal ignored -> "number";
            case ColumnType.Float32 ignored -> "number";
            case ColumnType.Float64 ignored -> "number";
            case ColumnType.VarChar ignored -> "text";
            case ColumnType.Text ignored -> "text";
            case ColumnType.Date ignored -> "time";
            case ColumnType.Timestamp ignored -> "time";
            case ColumnType.TimestampTz ignored -> "time";
            case ColumnType.Bool ignored -> "bool";
            case ColumnType.Bytes ignored -> "bytes";
            case ColumnType.Time ignored -> "clock";
            case ColumnType.Uuid ignored -> "uuid";
            case ColumnType.Json ignored -> "json";
            case ColumnType.Other(var sql) -> sql;
        };
    }
}
