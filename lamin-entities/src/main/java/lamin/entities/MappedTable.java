package lamin.entities;

import jakarta.persistence.Index;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamin.schema.internal.module.NamingRules;
import lamin.schema.model.Owner;
import lamin.schema.model.TableName;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** A table in Hibernate's mapping and its source. */
final class MappedTable {
    private final Table table;
    private final ModuleEntities module;
    private final String entity;
    private final @Nullable String formerEntity;
    private final String source;
    private final boolean isUnmanaged;
    private final Map<String, MappedColumn> columns = new LinkedHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<UniqueConstraint> uniques = new ArrayList<>();

    /**
     * @param entity the simple name of the class; of class and property for a collection's table
     * @param source the class or property, for messages
     */
    MappedTable(
            Table table,
            ModuleEntities module,
            String entity,
            @Nullable String formerEntity,
            String source,
            boolean isUnmanaged) {
        this.table = table;
        this.module = module;
        this.entity = entity;
        this.formerEntity = formerEntity;
        this.source = source;
        this.isUnmanaged = isUnmanaged;
    }

    /** Whether somebody else makes and changes it. */
    boolean isUnmanaged() {
        return isUnmanaged;
    }

    static TableName nameOf(Table table) {
        return TableName.of(table.getSchema(), table.getName());
    }

    TableName name() {
        return nameOf(table);
    }

    Table table() {
        return table;
    }

    String module() {
        return module.module();
    }

    NamingRules naming() {
        return module.naming();
    }

    /** The entity in the form of {@link lamin.schema.model.Table#entity}. */
    String entity() {
        var implied = new Owner(module.module(), module.tablePrefix()).impliedEntity(name());
        return implied.equalsIgnoreCase(entity) ? implied : entity;
    }

    @Nullable
    String formerEntity() {
        return formerEntity;
    }

    /** The former properties by column. */
    Map<String, String> formerProperties() {
        var former = new TreeMap<String, String>();
        for (var mapped : columns()) {
            if (mapped.formerProperty() != null) {
                former.put(mapped.column().getName(), mapped.formerProperty());
            }
        }
        return former;
    }

    String source() {
        return source;
    }

    /** The first property of a column is used, because an id class repeats properties of the entity. */
    void add(MappedColumn column) {
        columns.putIfAbsent(column.column().getName(), column);
    }

    /** Adds the keys and indexes that an annotation of the table declares. */
    void declare(Index[] declaredIndexes, UniqueConstraint[] declaredUniques) {
        indexes.addAll(List.of(declaredIndexes));
        uniques.addAll(List.of(declaredUniques));
    }

    List<Index> indexes() {
        return indexes;
    }

    List<UniqueConstraint> uniques() {
        return uniques;
    }

    /** In the order of the properties; columns without a property come last, by name. */
    List<MappedColumn> columns() {
        var ofProperties = columns.values().stream().filter(mapped -> table.containsColumn(mapped.column()));
        var others = table.getColumns().stream()
                .filter(column -> !columns.containsKey(column.getName()))
                .sorted(Comparator.comparing(Column::getName))
                .map(column -> new MappedColumn(column, column.getName(), null));
        return Stream.concat(ofProperties, others).toList();
    }

    /** The property of a column by convention; the column's own name if it has no property. */
    String propertyOf(Column column) {
        var mapped = columns.get(column.getName());
        return mapped == null ? column.getName() : mapped.property();
    }

    /** The columns in the order of the table. */
    List<Column> inOrder(List<Column> some) {
        var order = List.copyOf(columns.keySet());
        return some.stream()
                .sorted(Comparator.comparingInt(column -> order.indexOf(column.getName())))
                .toList();
    }
}
