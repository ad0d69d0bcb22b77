package lamin.schema.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A model state: the tables that a set of entities, a chain of migrations or a database describes, by name. */
public record SchemaModel(SortedMap<TableName, Table> byName) {
    public static final SchemaModel EMPTY = new SchemaModel(new TreeMap<>());

    public SchemaModel {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Refuses two tables with the same name on any database. */
    public static SchemaModel of(Collection<Table> tables) {
        var byName = new TreeMap<TableName, Table>();
        var flatNames = new TreeMap<String, Table>();
        for (var table : tables) {
            var twin = flatNames.put(table.name().flat(), table);
            if (twin != null) {
                throw new LaminException(
                        ErrorCode.REFUSED,
                        "two tables are called " + table.name().flat() + ": entity "
                                + twin.entity() + " of module " + twin.module() + " and entity " + table.entity()
                                + " of module " + table.module() + "; give one another @Table(name = ...)");
            }
            byName.put(table.name(), table);
        }
        return new SchemaModel(byName);
    }

    public Collection<Table> tables() {
        return byName.values();
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(byName.get(name));
    }

    public SchemaModel where(Predicate<Table> condition) {
        var kept = new TreeMap<>(byName);
        kept.values().removeIf(condition.negate());
        return new SchemaModel(kept);
    }

    public SchemaModel ofModule(String module) {
        return where(table -> table.module().equals(module));
    }
}
