package lamin.schema.property;

import static lamin.schema.internal.sql.SqlTokens.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lamin.schema.internal.operation.ColumnChange;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Column;
import lamin.schema.model.Names;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.property.RandomRows.Comparison;

/** Rows for the tables of a model, and where a change takes their columns. */
final class FollowedRows {
    private static final int COUNT = 3;

    private final List<Followed> tables;
    private final SchemaModel after;
    private boolean areFilled;

    /** A table, its name in the end, and those of its columns that are still there by their first name. */
    private static final class Followed {
        private final Table before;
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, String> untouched = new LinkedHashMap<>();
        private TableName name;
        private boolean isDropped;

        Followed(Table before) {
            this.before = before;
            this.name = before.name();
            for (var column : before.columns()) {
                columns.put(column.name(), column.name());
                if (column.generatedAs() == null) {
                    untouched.put(column.name(), column.name());
                }
            }
        }

        Comparison comparison() {
            return new Comparison(
                    before.name(), List.copyOf(untouched.keySet()), name, List.copyOf(untouched.values()));
        }
    }

    FollowedRows(SchemaModel before, SchemaModel after, List<Migrated> change) {
        this.tables = before.tables().stream().map(Followed::new).toList();
        this.after = after;
        Migrated.operations(change).forEach(this::follow);
    }

    private void follow(Operation operation) {
        switch (operation) {
            case Operation.RenameTable(var table, var newName, var ignored) ->
                followed(table).ifPresent(found -> found.name = newName);
            case Operation.DropTable(var table) -> followed(table).ifPresent(found -> found.isDropped = true);
            case Operation.RenameColumn(var table, var column, var newName, var ignored) ->
                followed(table).ifPresent(found -> {
                    found.columns.replaceAll((first, name) -> name.equals(column) ? newName : name);
                    found.untouched.replaceAll((first, name) -> name.equals(column) ? newName : name);
                });
            case Operation.DropColumn(var table, var column) -> forget(table, column);
            case Operation.AddColumn add -> areFilled |= add.fill() != null;
            case Operation.AlterColumn alter -> follow(alter);
            default -> {}
        }
    }

    private void follow(Operation.AlterColumn alter) {
        boolean isFilled = alter.changes().contains(new ColumnChange.Nullability(false));
        areFilled |= isFilled;
        if (isFilled || alter.changes().stream().anyMatch(ColumnChange.Type.class::isInstance)) {
            followed(alter.table()).ifPresent(found -> found.untouched.values().remove(alter.column()));
        }
    }

    private void forget(TableName table, String column) {
        followed(table).ifPresent(found -> {
            found.columns.values().remove(column);
            found.untouched.values().remove(column);
        });
    }

    private Optional<Followed> followed(TableName name) {
        return tables.stream()
                .filter(table -> !table.isDropped && table.name.equals(name))
                .findFirst();
    }

    /** Whether rows without a value get one on the way. */
    boolean areFilled() {
        return areFilled;
    }

    /** Columns that are there before and after, and keep their values. */
    List<Comparison> untouched() {
        return tables.stream()
                .filter(table -> !table.isDropped && !table.untouched.isEmpty())
                .map(Followed::comparison)
                .toList();
    }

    List<String> inserts(Session session) {
        var inserts = new ArrayList<String>();
        for (var table : tables) {
            var columns = table.before.columns().stream()
                    .filter(column -> column.generatedAs() == null)
                    .toList();
            for (int row = 0; row < COUNT; row++) {
                inserts.add("INSERT INTO " + session.quoted(table.before.name()) + " ("
                        + columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "))
                        + ") VALUES (" + values(table, columns, row, session) + ")");
            }
        }
        return inserts;
    }

    private String values(Followed table, List<Column> columns, int row, Session session) {
        return columns.stream()
                .map(column -> value(table, column, row, session))
                .collect(Collectors.joining(", "));
    }

    private String value(Followed table, Column column, int row, Session session) {
        return column.nullable() && row == COUNT - 1
                ? "NULL"
                : new Values(draft(table, column), session.kind()).of(row);
    }

    /** What the values of a column have to fit. */
    private DraftColumn draft(Followed table, Column column) {
        var draft = new DraftColumn(column.name(), column.type());
        draft.isKey = true;
        draft.constants = constants(table.before, column);
        draft.remember();
        lastly(table, column).ifPresent(last -> {
            draft.type = last.type();
            draft.constants = constants(after.table(table.name).orElseThrow(), last);
            draft.remember();
        });
        return draft;
    }

    private static List<String> constants(Table table, Column column) {
        return table.checks().stream()
                .filter(check -> Names.ofEnumCheck(table.name(), column.name()).equals(check.name()))
                .flatMap(check -> check.expression().strings().stream())
                .map(text -> text.substring(1, text.length() - 1).replace("''", "'"))
                .toList();
    }

    private Optional<Column> lastly(Followed table, Column column) {
        return Optional.ofNullable(table.columns.get(column.name()))
                .filter(name -> !table.isDropped)
                .flatMap(name -> after.table(table.name).flatMap(found -> found.column(name)));
    }
}
