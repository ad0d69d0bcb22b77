package lamin.entities;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.JoinTable;
import jakarta.persistence.SecondaryTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lamin.schema.Unmanaged;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Visits entities and their properties in source order and records the table and column of each. */
final class MappingWalk {
    private final Map<String, ModuleEntities> moduleOfClass = new HashMap<>();
    private final Map<Table, MappedTable> tables = new LinkedHashMap<>();
    private final List<MappedCollection> collections = new ArrayList<>();
    private final Problems problems;

    private MappingWalk(List<ModuleEntities> modules, Problems problems) {
        this.problems = problems;
        for (var module : modules) {
            module.entities().forEach(entity -> moduleOfClass.put(entity.getName(), module));
        }
    }

    static List<MappedTable> tables(List<ModuleEntities> modules, Metadata metadata, Problems problems) {
        var walk = new MappingWalk(modules, problems);
        metadata.getEntityBindings().stream()
                .sorted(Comparator.comparingInt(MappingWalk::depth).thenComparing(PersistentClass::getClassName))
                .forEach(walk::entity);
        walk.collections.forEach(walk::collection);
        return walk.tables.values().stream()
                .filter(mapped -> mapped.table().isPhysicalTable() && !mapped.isUnmanaged())
                .toList();
    }

    private static int depth(PersistentClass entity) {
        var parent = entity.getSuperclass();
        return parent == null ? 0 : 1 + depth(parent);
    }

    private void entity(PersistentClass entity) {
        var type = entity.getMappedClass();
        if (entity instanceof UnionSubclass) {
            problems.add(
                    type.getName(),
                    "one table per class repeats columns; write @Inheritance(strategy = InheritanceType.JOINED), or make "
                            + type.getSuperclass().getSimpleName() + " a @MappedSuperclass");
            return;
        }
        if (!(entity instanceof SingleTableSubclass)) {
            ownTable(entity, type);
        }
        secondaryTables(entity, type);
        SingleTableColumns.check(entity, problems);
        var place = Place.of(entity);
        sorted(entity.getProperties(), type).forEach(property -> property(place, property));
    }

    private void ownTable(PersistentClass entity, Class<?> type) {
        var table = claim(entity, entity.getTable(), type.getSimpleName(), Attributes.former(type), type.getName());
        var annotation = type.getAnnotation(jakarta.persistence.Table.class);
        if (annotation != null) {
            table.declare(annotation.indexes(), annotation.uniqueConstraints());
        }
        if (entity instanceof RootClass root) {
            key(root, type);
        } else {
            inheritedKey(table, entity.getKey(), entity.getSuperclass().getTable());
        }
    }

    private void key(RootClass entity, Class<?> type) {
        var place = Place.of(entity);
        var identifier = entity.getIdentifierProperty();
        if (identifier != null) {
            property(place, identifier);
        } else if (entity.getIdentifier() instanceof Component component) {
            sorted(component.getProperties(), type).forEach(property -> property(place, property));
        }
        if (entity.getDiscriminator() != null) {
            columns(table(entity.getTable()), entity.getDiscriminator(), Convention.DISCRIMINATOR, null);
        }
    }

    private void secondaryTables(PersistentClass entity, Class<?> type) {
        for (var join : entity.getJoins()) {
            var name = join.getTable().getName();
            var table = claim(entity, join.getTable(), name, null, type.getName() + " (" + name + ")");
            for (var annotation : type.getAnnotationsByType(SecondaryTable.class)) {
                if (annotation.name().equals(name)) {
                    table.declare(annotation.indexes(), annotation.uniqueConstraints());
                }
            }
            inheritedKey(table, join.getKey(), entity.getTable());
        }
    }

    /** The columns are named like those of the table that they reference. */
    private void inheritedKey(MappedTable table, KeyValue key, Table parent) {
        var parentColumns = parent.getPrimaryKey().getColumns();
        for (int i = 0; i < key.getColumnSpan(); i++) {
            table.add(new MappedColumn(key.getColumns().get(i), table(parent).propertyOf(parentColumns.get(i)), null));
        }
    }

    private void property(Place place, Property property) {
        var name = property.getName();
        var value = property.getValue();
        if (property.isSynthetic()) {
            return;
        }
        if (value instanceof Component component && component.getAggregateColumn() != null) {
            column(place, name, value, component.getAggregateColumn(), Convention::column);
        } else if (value instanceof Component component) {
            embedded(place.in(name, component.getComponentClass()), component);
        } else if (value instanceof Collection collection) {
            collections.add(new MappedCollection(place, name, collection));
        } else if (value instanceof ToOne) {
            reference(place, name, value);
        } else {
            columns(value).forEach(column -> column(place, name, value, column, Convention::column));
        }
    }

    /** Those of the table: a formula is computed when a row is read. */
    static List<Column> columns(Value value) {
        return value.getSelectables().stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }

    private void embedded(Place place, Component component) {
        sorted(component.getProperties(), place.type()).forEach(property -> property(place, property));
    }

    private void reference(Place place, String name, Value value) {
        int span = value.getColumnSpan();
        columns(value)
                .forEach(column -> column(
                        place,
                        name,
                        value,
                        column,
                        property -> span == 1
                                ? Convention.reference(property)
                                : Convention.referencePart(property, column.getName())));
    }

    private void column(Place place, String name, Value value, Column column, UnaryOperator<String> convention) {
        var attribute = Attributes.find(place.type(), name);
        var former = attribute == null ? null : Attributes.former(attribute);
        table(value.getTable())
                .add(new MappedColumn(
                        column,
                        place.path() + name,
                        place.property(name, column, convention),
                        former == null ? null : place.property(former, column, convention),
                        attribute));
    }

    private static void columns(MappedTable table, Value value, String property, @Nullable String former) {
        boolean single = value.getColumnSpan() == 1;
        for (var column : columns(value)) {
            table.add(
                    single
                            ? new MappedColumn(column, property, former)
                            : new MappedColumn(column, column.getName(), null));
        }
    }

    private void collection(MappedCollection mapped) {
        var collection = mapped.collection();
        if (collection.isInverse()) {
            return;
        }
        if (collection.isOneToMany()) {
            reference(mapped.place(), mapped.property(), collection.getKey());
            return;
        }
        var table = claim(
                mapped.place().entity(),
                collection.getCollectionTable(),
                mapped.entity(),
                mapped.formerEntity(),
                mapped.source());
        declaredKeys(table, mapped);
        if (collection instanceof IdentifierCollection bag) {
            columns(table, bag.getIdentifier(), "id", null);
        }
        columns(table, collection.getKey(), mapped.keyColumn(), mapped.formerKeyColumn());
        if (collection instanceof IndexedCollection indexed) {
            columns(table, indexed.getIndex(), mapped.indexColumn(), mapped.formerIndexColumn());
        }
        if (collection.getElement() instanceof Component component) {
            embedded(new Place(mapped.place().entity(), component.getComponentClass(), ""), component);
        } else {
            elements(table, mapped);
        }
    }

    private static void elements(MappedTable table, MappedCollection mapped) {
        var columns = columns(mapped.collection().getElement());
        for (var column : columns) {
            var property = columns.size() == 1 ? mapped.elementColumn() : column.getName();
            var former = columns.size() == 1 ? mapped.formerElementColumn() : null;
            table.add(new MappedColumn(column, mapped.property(), property, former, mapped.attribute()));
        }
    }

    private static void declaredKeys(MappedTable table, MappedCollection mapped) {
        var attribute = mapped.attribute();
        if (attribute == null) {
            return;
        }
        var joinTable = attribute.annotation(JoinTable.class);
        if (joinTable != null) {
            table.declare(joinTable.indexes(), joinTable.uniqueConstraints());
        }
        var collectionTable = attribute.annotation(CollectionTable.class);
        if (collectionTable != null) {
            table.declare(collectionTable.indexes(), collectionTable.uniqueConstraints());
        }
    }

    private MappedTable claim(
            PersistentClass owner, Table table, String entity, @Nullable String formerEntity, String source) {
        var module = Objects.requireNonNull(moduleOfClass.get(owner.getClassName()));
        var mapped = new MappedTable(table, module, entity, formerEntity, source, isUnmanaged(owner));
        var other = tables.putIfAbsent(table, mapped);
        if (other != null) {
            problems.sharedTable(table.getName(), other.source(), source);
            return other;
        }
        return mapped;
    }

    static boolean isUnmanaged(PersistentClass entity) {
        return entity.getMappedClass().isAnnotationPresent(Unmanaged.class);
    }

    private MappedTable table(Table table) {
        return Objects.requireNonNull(tables.get(table), table::getName);
    }

    private static List<Property> sorted(List<Property> properties, Class<?> type) {
        return properties.stream()
                .sorted(Comparator.comparing(Property::getName, Attributes.order(type)))
                .toList();
    }
}
